/**
 * A trace as an indented tree, for people, and as plain data. Nothing is computed here, and nothing escaped:
 * whoever prints the lines makes them printable.
 */
import { formatShort } from '../base/exact.js';
import type { Language } from '../base/localized.js';
import { byKeys, byText } from '../base/order.js';
import { groupBy } from '../base/group.js';
import { partsOf, type Trace } from '../calc/trace.js';
import type { Mark, Value } from '../rules/mark.js';
import type { Plan } from '../rules/plan.js';
import { formatRows } from './csv.js';

const OPERATIONS: Readonly<Record<Trace['op'], Readonly<Record<Language, string>>>> = {
  given: { en: '', zh: '' },
  band: { en: 'band reached by', zh: '按此数取档' },
  slice: { en: 'part of', zh: '取其中一段' },
  sum: { en: 'sum of', zh: '相加' },
  product: { en: 'product of', zh: '相乘' },
  difference: { en: 'first minus the others', zh: '首项减其余' },
  quotient: { en: 'first divided by second', zh: '首项除以次项' },
  remainder: { en: 'what division of the first by the second leaves', zh: '首项除以次项的余数' },
  least: { en: 'smallest of', zh: '取最小' },
  greatest: { en: 'greatest of', zh: '取最大' },
  absolute: { en: 'without its sign', zh: '取绝对值' },
  whole_part: { en: 'whole part of', zh: '取整数部分' },
  rounded: { en: 'rounded', zh: '舍入' },
  chosen: { en: 'the first, by the others', zh: '按后列各数选定首项' },
};

export const MARK_NAMES: Readonly<Record<Mark['kind'], Readonly<Record<Language, string>>>> = {
  stated: { en: 'stated', zh: '原文载明' },
  confirmed: { en: 'confirmed', zh: '已确认' },
  assumed: { en: 'assumed', zh: '假定' },
};

/**
 * The tree, one node a line, what a node rests on below it. The clauses it cites are quoted by `clausesText`. `told`:
 * nodes that were shown already, and whose parts are not shown again.
 */
export function traceText(trace: Trace, language: Language, indent = '', told?: Set<Trace>): string[] {
  const operation = operationOf(trace, language);
  const head = `${indent}${formatShort(trace.value)}  ${trace.label[language]}${operation === '' ? '' : ` (${operation})`}`;
  const below = `${indent}    `;
  if (told && partsOf(trace).length > 0) {
    if (told.has(trace)) return [`${head} ${AS_ABOVE[language]}`];
    told.add(trace);
  }
  return [
    head,
    ...groundText(trace, language, below),
    ...partsOf(trace).flatMap((part) => traceText(part, language, `${indent}  `, told)),
  ];
}

const AS_ABOVE = { en: '— as above', zh: '——同上' };

/** Rounding has a name of its own in Chinese where halves go up. */
function operationOf(trace: Trace, language: Language): string {
  if (language === 'zh' && trace.op === 'rounded' && trace.mode === 'half_up') return '四舍五入';
  return OPERATIONS[trace.op][language];
}

function groundText(trace: Trace, language: Language, indent: string): string[] {
  const rules = (trace.rules ?? []).map((rule) => `${indent}${ruleText(rule, language)}`);
  const rows = trace.rows?.length ? [`${indent}${ROWS[language]} ${formatRows(trace.rows)}`] : [];
  const rejected = [...groupBy(trace.rejected ?? [], (row) => row.why[language])]
    .toSorted(byKeys(([why]) => why))
    .map(([why, own]) => `${indent}${NOT_COUNTED[language]} ${why}: ${formatRows(own.map((row) => row.at))}`);
  return [...rules, ...rows, ...rejected];
}

const ROWS = { en: 'rows', zh: '依据行' };
const NOT_COUNTED = { en: 'not counted,', zh: '未计入，' };

/** A value of the rule file with its path, its place, its clause and its mark. */
export function ruleText(rule: Value<unknown>, language: Language): string {
  const { mark, at } = rule;
  const where = `${at.file}:${at.line ?? 1}`;
  const marked = `${MARK_NAMES[mark.kind][language]} ${mark.clause}${reason(mark, language)}`;
  return `${rule.path} = ${rule.text} · ${marked} · ${where}`;
}

/** The words of the handbook behind some values, each clause once. */
export function clausesText(rules: readonly Value<unknown>[], plan: Plan, language: Language): string[] {
  const ids = [...new Set(rules.map((rule) => rule.mark.clause))].toSorted(byText);
  return ids.map((id) => {
    const fragment = plan.clauses[id]?.fragment ?? 'none';
    return `  ${id} ${fragment === 'none' ? NO_FRAGMENT[language] : `「${fragment}」`}`;
  });
}

const NO_FRAGMENT = { en: '(no words in the text)', zh: '（原文无此内容）' };

function reason(mark: Mark, language: Language): string {
  switch (mark.kind) {
    case 'stated':
      return '';
    case 'confirmed':
      return ` · ${mark.by}, ${mark.on}, ${mark.document}`;
    case 'assumed': {
      const or = mark.alternatives.length > 0 ? `; ${OR[language]} ${mark.alternatives.join(', ')}` : '';
      return ` · ${mark.because[language]}${or}`;
    }
  }
}

const OR = { en: 'or', zh: '或' };

/** The tree as data, with everything the text shows. */
export function traceData(trace: Trace, language: Language): object {
  return {
    label: trace.label[language],
    operation: trace.op,
    value: formatShort(trace.value),
    ...(trace.rules?.length ? { rules: trace.rules.map((rule) => ruleData(rule, language)) } : {}),
    ...(trace.rows?.length ? { rows: formatRows(trace.rows) } : {}),
    ...(trace.rejected?.length
      ? { not_counted: trace.rejected.map((row) => ({ row: formatRows([row.at]), why: row.why[language] })) }
      : {}),
    ...(partsOf(trace).length > 0 ? { parts: partsOf(trace).map((part) => traceData(part, language)) } : {}),
  };
}

export function ruleData(rule: Value<unknown>, language: Language): object {
  const { mark, at } = rule;
  const { clause } = mark;
  const from = {
    path: rule.path,
    value: rule.text,
    mark: mark.kind,
    clause,
    file: at.file,
    line: at.line ?? 1,
  };
  switch (mark.kind) {
    case 'stated':
      return from;
    case 'assumed':
      return { ...from, because: mark.because[language], alternatives: mark.alternatives };
    case 'confirmed':
      return { ...from, by: mark.by, on: mark.on, document: mark.document };
  }
}

/** The words of the handbook behind some values, by clause; null where the text has none. */
export function clausesData(rules: readonly Value<unknown>[], plan: Plan): Record<string, string | null> {
  const ids = [...new Set(rules.map((rule) => rule.mark.clause))].toSorted(byText);
  return Object.fromEntries(
    ids.map((id) => {
      const fragment = plan.clauses[id]?.fragment ?? 'none';
      return [id, fragment === 'none' ? null : fragment];
    }),
  );
}
