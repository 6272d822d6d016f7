/** Formulas without quotes that YAML takes apart: what it finds wrong then says nothing about formulas. */
import { type Problem, problem } from '../base/problem.js';
import { RULE_PROBLEMS } from '../problems/rules.js';

/** `formula:` with what stands behind it, or behind `{ value:` there, where that begins with no quote. */
const FORMULA = /(?<lead>^\s*(?:- +)*|[{,]\s*)formula: +(?<brace>\{\s*value: +)?(?<rest>[^\s"'|>#{].*)$/u;

/** Puts the missing quotes in the place of what they led to on the same line, from the formula on. */
export function preferUnquotedFormulas(
  problems: readonly Problem[],
  text: string,
  file: string,
): readonly Problem[] {
  const lines = text.split(/\r?\n/);
  const unquoted = new Map<number, Problem>();
  for (const { place } of problems) {
    const { line = 0 } = place;
    const found = unquotedIn(lines[line - 1] ?? '');
    if (!found) continue;
    const { text: formula, column } = found;
    const at = { file, line, column };
    unquoted.set(line, problem(RULE_PROBLEMS.unquoted_formula, at, { text: formula }, { value: formula }));
  }
  const rest = problems.filter(({ place: { line = 0, column = 0 } }) => {
    const from = unquoted.get(line)?.place.column;
    return from === undefined || column < from;
  });
  return [...unquoted.values(), ...rest];
}

interface Unquoted {
  /** As far as YAML reads it. */
  readonly text: string;
  readonly column: number;
}

function unquotedIn(line: string): Unquoted | undefined {
  const { lead = '', brace, rest = '' } = FORMULA.exec(line)?.groups ?? {};
  const inBraces = brace !== undefined || /[{,]/.test(lead);
  const [text = ''] = (inBraces ? /^[^,}]*/ : /^.*?(?=\s#|$)/).exec(rest) ?? [];
  if (text === '' || !isTakenApart(text, inBraces)) return undefined;
  return { text: text.trim(), column: line.length - rest.length + 1 };
}

/** Cut by a comma within brackets, a colon with a blank behind it, or a sign that begins something else. */
function isTakenApart(text: string, inBraces: boolean): boolean {
  const opened = text.split('(').length > text.split(')').length;
  return (inBraces && opened) || /:(?:\s|$)/.test(text) || /^[!*&%@`]/.test(text);
}
