/** `telepay rules …` on the command line: what concerns rule files, not months. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Localized } from '../base/localized.js';
import { testRules } from '../commands/rules-test.js';
import { isWorkspace, ruleFilesOf, shownPath } from '../workspace/workspace.js';
import { helpLanguage, say } from './language.js';
import { common, type Common } from './options.js';
import { addCapture } from './rules-capture.js';
import { addCoverage } from './rules-coverage.js';
import { addLint } from './rules-lint.js';
import { addDiff } from './rules-diff.js';
import { addList } from './rules-list.js';
import { addNew } from './rules-new.js';
import { addShow } from './rules-show.js';
import { addConfirm } from './rules-confirm.js';
import { addSchema } from './rules-schema.js';
import { addSet } from './rules-set.js';
import { addTables } from './rules-tables.js';
import { inWorkspace, settle } from './session.js';

const TEXTS = {
  about: { en: 'work on rule files', zh: '规则文件的检查' },
  test: {
    en: 'run the examples that stand in rule files and show every one that does not come out',
    zh: '运行规则文件中的例子，列出不符的',
  },
  files: {
    en: 'rule files (default: all of the workspace; with files, no workspace is needed)',
    zh: '规则文件（默认：工作区的全部；指明文件时不需要工作区）',
  },
} satisfies Record<string, Localized>;

export function addRules(program: Command): void {
  const rules = program.command('rules').description(say(TEXTS.about));
  addTest(rules);
  addSchema(rules);
  addCoverage(rules);
  addLint(rules);
  addDiff(rules);
  addNew(rules);
  addList(rules);
  addShow(rules);
  addConfirm(rules);
  addSet(rules);
  addTables(rules);
  addCapture(rules);
}

function addTest(rules: Command): void {
  common(rules.command('test').description(say(TEXTS.test)))
    .argument('[files...]', say(TEXTS.files))
    .action(async (files: string[], options: Common) => {
      if (files.length > 0 && !isWorkspace(resolve(options.workspace))) {
        const language = options.lang ?? helpLanguage;
        const named = files.map((path) => ({ path, name: path.replaceAll('\\', '/') }));
        await settle(options.json ?? false, language, () => testRules({ files: named, language }));
        return;
      }
      await inWorkspace(options, (workspace, { messages }) => {
        const paths = files.length > 0 ? files : ruleFilesOf(workspace);
        const named = paths.map((path) => ({ path, name: shownPath(workspace, path) }));
        return Promise.resolve(testRules({ files: named, language: messages }));
      });
    });
}
