/** `telepay rules capture` on the command line. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Localized } from '../base/localized.js';
import { rulesCapture } from '../commands/rules-capture.js';
import { requireMonth } from '../workspace/workspace.js';
import { say } from './language.js';
import { common, type Common, monthArgument } from './options.js';
import { inWorkspace } from './session.js';
import { CLI_TEXTS } from './texts.js';

const TEXTS = {
  about: {
    en: 'what an agent was paid in a month as an anonymous example, to be put under examples of the rule file',
    zh: '把某人某月所发写成不具名的例子，可放到规则文件的 examples 中',
  },
  agent: { en: 'id of the agent', zh: '工号' },
  name: { en: 'name of the example (default: made of the month)', zh: '例子的名称（默认：由月份生成）' },
} satisfies Record<string, Localized>;

interface CaptureOptions extends Common {
  readonly rules?: string;
  readonly name?: string;
}

export function addCapture(rules: Command): void {
  const command = common(rules.command('capture').description(say(TEXTS.about)))
    .argument('<agent>', say(TEXTS.agent))
    .option('--name <name>', say(TEXTS.name))
    .option('--rules <file>', say(CLI_TEXTS.rules));
  monthArgument(command).action(
    (agent: string, month: string, { rules: file, name, ...options }: CaptureOptions) =>
      inWorkspace(options, (workspace, language) =>
        rulesCapture({
          workspace,
          agent,
          month: requireMonth(month),
          name,
          rules: file === undefined ? undefined : resolve(file),
          language,
        }),
      ),
  );
}
