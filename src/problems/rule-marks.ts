/** What can be wrong with the marks of a rule file: stated, confirmed, assumed. */
import type { ProblemKind } from '../base/problem.js';

/** `clause`: one that the file has. */
const no_mark: ProblemKind<{ clause: string | undefined }> = {
  code: 'E0621',
  severity: 'error',
  explain: {
    en: ({ clause = 'P-7' }) => ({
      message: 'this value says nothing about where it comes from',
      expected: 'a mark beside it: stated, confirmed or assumed, with the clause',
      hint: `write \`{ value: …, stated: ${clause} }\`, or \`stated: ${clause}\` further out; if the text does not say it, \`assumed: ${clause}\` with \`because\``,
    }),
    zh: ({ clause = 'P-7' }) => ({
      message: '这个值没有注明来源',
      expected: '旁边要有标记：stated（原文写明）、confirmed（已确认）或 assumed（推定），并写条款号',
      hint: `写成 \`{ value: …, stated: ${clause} }\`，或在更外层写 \`stated: ${clause}\`；原文没有写明的，用 \`assumed: ${clause}\` 并写 \`because\``,
    }),
  },
};

const two_marks: ProblemKind<{ marks: readonly string[] }> = {
  code: 'E0622',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `several marks stand side by side: ${p.marks.join(', ')}`,
      expected: 'one of stated, confirmed, assumed',
      hint: 'keep the one that is true; values of different origin need a mapping each: `{ value: …, stated: … }`',
    }),
    zh: (p) => ({
      message: `同一处有多个标记：${p.marks.join('、')}`,
      expected: 'stated、confirmed、assumed 三者之一',
      hint: '只保留属实的一个；来源不同的值各自写成 `{ value: …, stated: … }`',
    }),
  },
};

const assumed_without_reason: ProblemKind<{ key: string }> = {
  code: 'E0623',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the assumption lacks its reason ("${p.key}")`,
      expected: '`because: { zh: …, en: … }`: what the text lost, and why this value was taken',
      hint: 'write the reason in one short sentence; alternatives go to `or: [ … ]`',
    }),
    zh: (p) => ({
      message: `推定没有写理由（“${p.key}”）`,
      expected: '`because: { zh: …, en: … }`：原文缺了什么，为何取此值',
      hint: '用一句话写明理由；其他可能的值写在 `or: [ … ]` 中',
    }),
  },
};

const reason_without_assumed: ProblemKind<{ key: string }> = {
  code: 'E0624',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.key}" stands here without "assumed"`,
      expected: '`because` and `or` only beside `assumed`',
      hint: 'delete it if the value is stated or confirmed; else add `assumed` with the clause',
    }),
    zh: (p) => ({
      message: `此处有“${p.key}”而没有“assumed”`,
      expected: '`because` 和 `or` 只与 `assumed` 同用',
      hint: '若此值为原文写明或已确认，删去它；否则补上 `assumed` 和条款号',
    }),
  },
};

const confirmed_incomplete: ProblemKind<{ key: string }> = {
  code: 'E0625',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the confirmation lacks "${p.key}"`,
      expected: '`confirmed: { clause: …, by: who, on: YYYY-MM-DD, document: which }`',
      hint: 'add it; without a written confirmation the value stays `assumed`',
    }),
    zh: (p) => ({
      message: `确认缺少“${p.key}”`,
      expected: '`confirmed: { clause: 条款, by: 确认人, on: YYYY-MM-DD, document: 文件 }`',
      hint: '补上；没有书面确认的值仍写 `assumed`',
    }),
  },
};

export const RULE_MARK_PROBLEMS = {
  no_mark,
  two_marks,
  assumed_without_reason,
  reason_without_assumed,
  confirmed_incomplete,
};
