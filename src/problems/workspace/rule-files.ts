/** What can be wrong with the rule files that a user names, and with drafts that are begun from them. */
import type { ProblemKind } from '../../base/problem.js';

const no_such_rules: ProblemKind<{ given: string; versions: readonly string[] }> = {
  code: 'E0900',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.given}" is neither a rule file nor the version of one`,
      expected:
        p.versions.length > 0
          ? `a path, or one of these versions: ${p.versions.join(', ')}`
          : 'the path of a rule file',
      hint: 'see `telepay rules list` for the versions of the workspace',
    }),
    zh: (p) => ({
      message: `“${p.given}”既不是规则文件，也不是规则版本`,
      expected:
        p.versions.length > 0 ? `文件路径，或下列版本之一：${p.versions.join('、')}` : '规则文件的路径',
      hint: '工作区的版本见 telepay rules list',
    }),
  },
};

const draft_exists: ProblemKind<{ path: string }> = {
  code: 'E0901',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.path} is there already, and a draft overwrites nothing`,
      expected: 'a file that is not there yet',
      hint: 'name another one with --out, or take the old one away',
    }),
    zh: (p) => ({
      message: `${p.path} 已存在，新建草稿不会覆盖`,
      expected: '尚不存在的文件',
      hint: '用 --out 另取名，或先移走旧文件',
    }),
  },
};

const draft_within_month: ProblemKind<{ given: string; first: string | undefined }> = {
  code: 'E0902',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `rules can't begin on "${p.given}"`,
      expected: 'the first day of a month as YYYY-MM-DD',
      hint:
        p.first === undefined
          ? 'write it as 2025-07-01'
          : `write ${p.first}, or the first of the month after`,
    }),
    zh: (p) => ({
      message: `规则不能从“${p.given}”起执行`,
      expected: 'YYYY-MM-DD 形式的某月一日',
      hint: p.first === undefined ? '例如 2025-07-01' : `写成 ${p.first}，或下月一日`,
    }),
  },
};

const draft_date_taken: ProblemKind<{ date: string; file: string; version: string }> = {
  code: 'E0903',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `from ${p.date} on ${p.file} holds already, the version ${p.version}`,
      expected: 'a date from which no other rule file for the same people holds',
      hint: 'choose another first of month, or change that file if no month was closed by it',
    }),
    zh: (p) => ({
      message: `${p.date} 起已有 ${p.file}（版本 ${p.version}）`,
      expected: '同一批人尚无规则文件的生效日期',
      hint: '另选一个月的一日；若尚无月份按该文件结账，也可直接修改它',
    }),
  },
};

const draft_version_taken: ProblemKind<{ version: string; file: string }> = {
  code: 'E0904',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the version ${p.version} is that of ${p.file} already`,
      expected: 'a version that no rule file of the workspace bears',
      hint: 'choose another date, or give that file another version',
    }),
    zh: (p) => ({
      message: `版本 ${p.version} 已用于 ${p.file}`,
      expected: '工作区内未用过的版本号',
      hint: '另选日期，或改该文件的版本号',
    }),
  },
};

export const RULE_FILE_PROBLEMS = {
  no_such_rules,
  draft_exists,
  draft_within_month,
  draft_date_taken,
  draft_version_taken,
};
