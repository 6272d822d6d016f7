/** What `rules confirm --value` is about to mark, and what stays assumed beside it. */
import type { Language, Localized } from '../base/localized.js';
import type { OpenValue, Settlement } from '../rules/confirm-value.js';
import { printable } from './printable.js';
import { newTable } from './text-table.js';

const HEADS: readonly Localized[] = [
  { en: 'line', zh: '行' },
  { en: 'clause', zh: '条款' },
  { en: 'value', zh: '值' },
  { en: 'is', zh: '为' },
];

/** `beside`: values that share a mark with those, and were not named. */
export function confirmedText(
  file: string,
  values: readonly OpenValue[],
  beside: readonly OpenValue[],
  { by, on, document }: Settlement,
  language: Language,
): string {
  const table = newTable(
    HEADS.map((one) => one[language]),
    ['right', 'left', 'left', 'left'],
  );
  for (const { path, text, mark, at } of values) {
    table.push([String(at.line ?? ''), ...[mark.clause, path, text].map(printable)]);
  }
  const head = {
    en: `${file}: confirmed by ${by} on ${on}, ${document}`,
    zh: `${file}：由 ${by} 于 ${on} 确认，依据 ${document}`,
  };
  const others = beside.map((one) => one.path).join(', ');
  const rest = { en: `Still assumed: ${others}`, zh: `仍为推定：${others}` };
  return [
    printable(head[language]),
    table.toString(),
    ...(beside.length > 0 ? [printable(rest[language])] : []),
  ].join('\n');
}
