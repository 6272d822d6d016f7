/** What can be wrong with rule files that are each for a part of a firm. */
import type { ProblemKind } from '../base/problem.js';

const applies_to_nothing: ProblemKind<object> = {
  code: 'E0626',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'applies_to does not say for whom the file is',
      expected: 'at least one of site, team and role, each with a list of names',
      hint: 'name them, as in { team: [T1, T2] }; for everybody leave applies_to out',
    }),
    zh: () => ({
      message: 'applies_to 没有说明本文件适用于谁',
      expected: 'site、team、role 中至少一项，各为名称列表',
      hint: '请写明，如 { team: [T1, T2] }；若适用于所有人，请去掉 applies_to',
    }),
  },
};

const name_clash: ProblemKind<{ name: string; here: string; there: string; other: string }> = {
  code: 'E0628',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.name}" is the name of ${p.here} here, but of ${p.there} in ${p.other}, which is in force as well`,
      expected: 'the same name for the same thing in all files in force: exports may use it',
      hint: 'use the same key in both files, or another name in one of them',
    }),
    zh: (p) => ({
      message: `“${p.name}”在本文件中是 ${p.here} 的名称，在同时生效的 ${p.other} 中却是 ${p.there} 的名称`,
      expected: '同时生效的各文件中，同一名称指同一事物：数据文件可能使用该名称',
      hint: '两份文件使用相同的编号，或其中一份换一个名称',
    }),
  },
};

const other_currency: ProblemKind<{ here: string; there: string; other: string }> = {
  code: 'E0627',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `this file pays in ${p.here}, but ${p.other}, which is in force as well, in ${p.there}`,
      expected: 'one currency with one smallest unit for all files in force in a month',
      hint: 'pay the people of the other currency from a workspace of their own',
    }),
    zh: (p) => ({
      message: `本文件以 ${p.here} 计付，同时生效的 ${p.other} 却以 ${p.there} 计付`,
      expected: '同一月份生效的各文件使用同一币种和同一最小单位',
      hint: '请为使用另一币种的人员另建工作区',
    }),
  },
};

export const RULE_PLAN_PROBLEMS = { applies_to_nothing, other_currency, name_clash };
