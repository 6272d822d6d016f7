/** `telepay rules lint` on the command line. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Localized } from '../base/localized.js';
import { lintRules } from '../commands/rules-lint.js';
import { isWorkspace, monthsOf, ruleFilesOf, shownPath } from '../workspace/workspace.js';
import { helpLanguage, say } from './language.js';
import { common, type Common } from './options.js';
import { inWorkspace, settle } from './session.js';

const TEXTS = {
  lint: {
    en: 'look through rule files for what can hardly be meant: cliffs, what is never reached or used, weights that do not add up',
    zh: '查找规则文件中不像本意的地方：多做反而少付、达不到的档、没有用到的、加起来不对的权重',
  },
  files: {
    en: 'rule files (default: all of the workspace, looked at together; with files, no workspace is needed)',
    zh: '规则文件（默认：工作区的全部，并核对相互衔接；指明文件时不需要工作区）',
  },
  assumed: { en: 'list the assumed values', zh: '列出推定的值' },
  strict: { en: 'exit with 1 when there are findings', zh: '发现问题时以 1 退出' },
} satisfies Record<string, Localized>;

interface Options extends Common {
  readonly assumed?: boolean;
  readonly strict?: boolean;
}

export function addLint(rules: Command): void {
  common(rules.command('lint').description(say(TEXTS.lint)))
    .argument('[files...]', say(TEXTS.files))
    .option('--assumed', say(TEXTS.assumed))
    .option('--strict', say(TEXTS.strict))
    .action(lint);
}

async function lint(files: readonly string[], options: Options): Promise<void> {
  const { assumed = false, strict = false } = options;
  if (files.length > 0 && !isWorkspace(resolve(options.workspace))) {
    const language = options.lang ?? helpLanguage;
    const named = files.map((path) => ({ path, name: path.replaceAll('\\', '/') }));
    const request = { files: named, months: undefined, assumed, strict, language };
    await settle(options.json ?? false, language, () => lintRules(request));
    return;
  }
  await inWorkspace(options, (workspace, { messages: language }) => {
    const paths = files.length > 0 ? files : ruleFilesOf(workspace);
    const named = paths.map((path) => ({ path, name: shownPath(workspace, path) }));
    const months = files.length > 0 ? undefined : monthsOf(workspace);
    return Promise.resolve(lintRules({ files: named, months, assumed, strict, language }));
  });
}
