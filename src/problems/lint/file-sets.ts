/** What is doubtful in several rule files together. */
import type { ProblemKind } from '../../base/problem.js';

const month_without_rules: ProblemKind<{ months: readonly string[]; date: string }> = {
  code: 'W0890',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `no rule file holds for ${p.months.join(', ')}: the first one begins on ${p.date}`,
      expected: 'a rule file for every month that has exports',
      hint: 'add the rule file of that time, or let `effective_from` be earlier if these rules held then',
    }),
    zh: (p) => ({
      message: `${p.months.join('、')} 没有规则：最早的规则文件从 ${p.date} 起`,
      expected: '有数据的月份都有规则文件',
      hint: '补上当时的规则文件；当时就按本规则的，把 `effective_from` 改早',
    }),
  },
};

const replaces_nothing: ProblemKind<{ version: string; known: readonly string[] }> = {
  code: 'W0891',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `\`replaces\` names the version "${p.version}", and no rule file has it`,
      expected: p.known.length > 0 ? `one of ${p.known.join(', ')}` : 'the version of another rule file',
      hint: 'write the version as the other file has it, or take it out',
    }),
    zh: (p) => ({
      message: `\`replaces\` 写了版本“${p.version}”，没有这个版本的规则文件`,
      expected: p.known.length > 0 ? `${p.known.join('、')} 之一` : '另一个规则文件的版本',
      hint: '按那个文件的 version 填写，或删去',
    }),
  },
};

const replaces_too_late: ProblemKind<{ version: string; own: string; date: string }> = {
  code: 'W0892',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `\`replaces\` never puts "${p.version}" out of force: that begins on ${p.date}, and this file on ${p.own}`,
      expected: 'a version that begins before this one',
      hint: 'correct `effective_from` of one of them, or take the version out of `replaces`',
    }),
    zh: (p) => ({
      message: `\`replaces\` 取代不了“${p.version}”：它从 ${p.date} 起，本文件从 ${p.own} 起`,
      expected: '早于本文件的版本',
      hint: '改正其中一个的 `effective_from`，或从 `replaces` 删去',
    }),
  },
};

const role_without_rules: ProblemKind<{ version: string; roles: readonly string[]; date: string }> = {
  code: 'W0893',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `from ${p.date} on nobody's rules are for ${p.roles.join(', ')}: "${p.version}" ruled them and is replaced`,
      expected: 'rules for everybody whom the replaced version was for',
      hint: 'add the role under `applies_to` of a file, or a file for it from that date on',
    }),
    zh: (p) => ({
      message: `从 ${p.date} 起 ${p.roles.join('、')} 没有规则：原由“${p.version}”管，已被取代`,
      expected: '被取代的版本所管的人仍有规则',
      hint: '在某个文件的 `applies_to` 中加上该岗位，或为其另写自该日起的文件',
    }),
  },
};

export const LINT_SET_PROBLEMS = {
  month_without_rules,
  replaces_nothing,
  replaces_too_late,
  role_without_rules,
};
