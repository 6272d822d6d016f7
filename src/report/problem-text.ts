/** A problem as text: what is wrong and where, the line with a caret below it, what is right, how to mend it. */
import stringWidth from 'string-width';
import type { Language, Localized } from '../base/localized.js';
import type { Place, Problem, Severity } from '../base/problem.js';
import { printable } from './printable.js';

const SEVERITIES: Readonly<Record<Severity, Localized>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
};
const EXPECTED: Localized = { en: 'expected: ', zh: '应为：' };
const HINT: Localized = { en: 'hint: ', zh: '办法：' };

/** So many characters of a long line are shown around the caret. */
const SHOWN_CHARACTERS = 100;

/** `problem` in full, without colour and without a line end. Texts of files are shown as data. */
export function renderProblem(problem: Problem, language: Language): string {
  const { message, expected, hint } = problem.explain(language);
  const severity = SEVERITIES[problem.severity][language];
  return [
    `${placeText(problem.place)}: ${severity}[${problem.code}] ${printable(message)}`,
    ...excerptLines(problem),
    `  ${EXPECTED[language]}${printable(expected)}`,
    `  ${HINT[language]}${printable(hint)}`,
  ].join('\n');
}

function placeText({ file, line, column }: Place): string {
  return [printable(file), line, column].filter((part) => part !== undefined).join(':');
}

/** The line of the problem, and a caret below the character at its column. */
function excerptLines({ place, excerpt }: Problem): string[] {
  const { line, column } = place;
  if (excerpt === undefined || line === undefined) return [];
  const characters = Array.from(excerpt);
  const caret = (column ?? 1) - 1;
  if (caret > characters.length) return [];
  const first = Math.max(0, Math.min(caret - SHOWN_CHARACTERS / 2, characters.length - SHOWN_CHARACTERS));
  const last = first + SHOWN_CHARACTERS;
  const cutBefore = first > 0 ? '…' : '';
  const cutBehind = last < characters.length ? '…' : '';
  const shown = cutBefore + printable(characters.slice(first, last).join('')) + cutBehind;
  const before = cutBefore + printable(characters.slice(first, caret).join(''));
  const margin = ' '.repeat(String(line).length);
  const caretLine = column === undefined ? [] : [`  ${margin} | ${' '.repeat(stringWidth(before))}^`];
  return [`  ${line} | ${shown}`, ...caretLine];
}
