/** `telepay rules schema` on the command line. */
import { type Command, Option } from 'commander';
import { LANGUAGES, type Language, type Localized } from '../base/localized.js';
import { showSchema } from '../commands/rules-schema.js';
import { helpLanguage, say } from './language.js';
import { settle } from './session.js';
import { CLI_TEXTS } from './texts.js';

const ABOUT: Localized = {
  en: 'print the JSON Schema of rule files, by which editors complete and check them while typing',
  zh: '输出规则文件的 JSON Schema，编辑器据此在输入时补全和检查',
};

interface SchemaOptions {
  readonly lang?: Language;
  readonly json?: boolean;
}

export function addSchema(rules: Command): void {
  rules
    .command('schema')
    .description(say(ABOUT))
    .addOption(new Option('--lang <language>', say(CLI_TEXTS.lang)).choices([...LANGUAGES]))
    .option('--json', say(CLI_TEXTS.json))
    .action(async ({ lang = helpLanguage, json = false }: SchemaOptions) => {
      await settle(json, lang, () => showSchema(lang));
    });
}
