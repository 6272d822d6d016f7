/** What can be wrong between the rule files of a workspace. */
import type { ProblemKind } from '../base/problem.js';

const none_in_force: ProblemKind<{ month: string; earliest: string }> = {
  code: 'E0661',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `no rule file is in force in ${p.month}`,
      expected: `a rule file with effective_from ${p.month}-01 or earlier`,
      hint: p.earliest
        ? `the earliest one begins ${p.earliest}: add the file of the version before, or name one with --rules`
        : 'the rule folder holds no rule file: add one, or name one with --rules',
    }),
    zh: (p) => ({
      message: `${p.month} 没有生效的规则文件`,
      expected: `effective_from 不晚于 ${p.month}-01 的规则文件`,
      hint: p.earliest
        ? `最早的一份从 ${p.earliest} 起生效：请补上之前版本的文件，或用 --rules 指定`
        : '规则文件夹中没有规则文件：请放入一份，或用 --rules 指定',
    }),
  },
};

const same_effective_from: ProblemKind<{ date: string; other: string }> = {
  code: 'E0662',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `two rule files begin on ${p.date}: this one and ${p.other}`,
      expected: 'one rule file for each effective_from',
      hint: 'move the draft out of the rule folder, or correct its effective_from',
    }),
    zh: (p) => ({
      message: `有两份规则文件都从 ${p.date} 起生效：本文件和 ${p.other}`,
      expected: '每个 effective_from 只有一份规则文件',
      hint: '把草稿移出规则文件夹，或改正其 effective_from',
    }),
  },
};

const same_version: ProblemKind<{ version: string; other: string }> = {
  code: 'E0663',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `two rule files have the version "${p.version}": this one and ${p.other}`,
      expected: 'a version of its own for each rule file: payrolls name it',
      hint: 'give the newer file a new version',
    }),
    zh: (p) => ({
      message: `有两份规则文件的版本都是“${p.version}”：本文件和 ${p.other}`,
      expected: '每份规则文件有自己的版本号：工资表上要写版本',
      hint: '给较新的文件换一个版本号',
    }),
  },
};

export const RULE_VERSION_PROBLEMS = { none_in_force, same_effective_from, same_version };
