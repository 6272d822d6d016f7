/** Tables of a rule file as a handbook has them: what they are made of, on a terminal and as Markdown. */
import type { Language, Localized } from '../base/localized.js';
import type { Mark, Value } from '../rules/mark.js';
import { choiceText } from './choice-words.js';
import { printable } from './printable.js';
import { newTable } from './text-table.js';

export interface RuleTable {
  readonly title: Localized;
  readonly head: readonly Localized[];
  /** Cells in the language that was asked for. */
  readonly rows: readonly (readonly string[])[];
}

const SIGNS = { stated: '', assumed: ' ?', confirmed: ' ✓' } satisfies Record<Mark['kind'], string>;

export const SIGNS_TEXT: Localized = {
  en: 'A value without a sign is stated in the text; ? is assumed, ✓ confirmed by the firm.',
  zh: '无符号的数值为原文写明；? 为假定；✓ 为本单位已确认。',
};

/** A value with the sign of its mark. */
export const signed = ({ text, mark }: Pick<Value<unknown>, 'text' | 'mark'>, language: Language): string =>
  `${choiceText(text, language)}${SIGNS[mark.kind]}`;

/** The same in other words. */
export const signedAs = ({ mark }: Pick<Value<unknown>, 'mark'>, words: string): string =>
  `${words}${SIGNS[mark.kind]}`;

export function tableText({ title, head, rows }: RuleTable, language: Language): string {
  const table = newTable(
    head.map((one) => one[language]),
    head.map(() => 'left'),
  );
  for (const row of rows) table.push(row.map(printable));
  return `${title[language]}\n${table.toString()}`;
}

export function tableMarkdown({ title, head, rows }: RuleTable, language: Language): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    `## ${title[language]}`,
    '',
    line(head.map((one) => one[language])),
    line(head.map(() => '---')),
    ...rows.map((row) => line(row.map(markdownCell))),
  ].join('\n');
}

/** Text from files in a cell: nothing of it is taken for Markdown or HTML. */
export const markdownCell = (text: string): string =>
  printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]|#~]/g, (character) => `\\${character}`);
