/** `telepay rules list` on the command line. */
import type { Command } from 'commander';
import type { Localized } from '../base/localized.js';
import { listRules } from '../commands/rules-list.js';
import { say } from './language.js';
import { common, type Common } from './options.js';
import { inWorkspace } from './session.js';

const ABOUT: Localized = {
  en: 'the rule files of the workspace, for whom they are, and which months each rules',
  zh: '列出工作区的规则文件：适用人员，以及各管哪些月份',
};

export function addList(rules: Command): void {
  common(rules.command('list').description(say(ABOUT))).action(async (options: Common) => {
    await inWorkspace(options, (workspace, { messages }) => Promise.resolve(listRules(workspace, messages)));
  });
}
