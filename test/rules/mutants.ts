/** Rule files with one value changed, for tests of what a change bears on. */
import type { Value } from '../../src/rules/mark.js';
import { type LoadedPlan, loadPlan } from '../../src/rules/load.js';
import { valuesOf } from '../../src/rules/values.js';

export interface Mutant {
  readonly path: string;
  /** As it is written now. */
  readonly text: string;
  /** The whole file; undefined where it is not sound with that. */
  readonly rules: () => LoadedPlan | undefined;
}

/** Words that stand for one another somewhere. */
const WORDS: readonly (readonly string[])[] = [
  ['yes', 'no'],
  ['whole', 'marginal', 'lookup', 'cumulative'],
  ['pay', 'ignore'],
  ['report', 'enforce'],
  ['up', 'down'],
  ['team', 'everyone', 'site'],
  ['zero', 'error', 'skip'],
  ['retention_days', 'any_day'],
  ['half_up', 'floor', 'ceiling'],
  ['mean', 'greatest', 'least', 'count', 'sum'],
  ['at_least', 'more_than'],
  ['quarter', 'year'],
  ['charge', 'rent', 'activation'],
  ['incident', 'signup'],
];

function insteadOf({ text, mark, value }: Value<unknown>): string[] {
  const number = /^(-?\d+(?:\.\d+)?)(%?)$/.exec(text);
  if (number) {
    const [, digits = '', percent = ''] = number;
    return [`${Number(digits) * 2 + 1}${percent}`, `${Number(digits) / 2}${percent}`];
  }
  const formula = value instanceof Object && 'kind' in value ? /^(.*?\b)(\d+)\b(.*)$/.exec(text) : undefined;
  if (formula) return [`${formula[1]}${Number(formula[2]) * 2 + 1}${formula[3]}`];
  const lists = /^\[(.+), [^,]+\]$/.exec(text);
  const others = WORDS.flatMap((words) => (words.includes(text) ? words : []));
  const alternatives = mark.kind === 'assumed' ? mark.alternatives : [];
  return [...others, ...alternatives, ...(lists?.[1] === undefined ? [] : [`[${lists[1]}]`])].filter(
    (one) => one !== text,
  );
}

/** Files that differ from a sound one in one of its values, each read when it is asked for. */
export function mutantsOf(text: string, rules: LoadedPlan): Mutant[] {
  const lines = text.split('\n');
  return valuesOf(rules.plan).flatMap((value) => {
    const { line = 0, column: from = 0 } = value.at;
    const own = lines[line - 1] ?? '';
    const column = own[from - 1] === '"' ? from + 1 : from;
    if (!own.slice(column - 1).startsWith(value.text)) return [];
    return insteadOf(value).map((other): Mutant => {
      const changed = own.slice(0, column - 1) + other + own.slice(column - 1 + value.text.length);
      const whole = lines.toSpliced(line - 1, 1, changed).join('\n');
      const rules = (): LoadedPlan | undefined => {
        const found = loadPlan(Buffer.from(whole), 'rules.yaml');
        return 'plan' in found ? found : undefined;
      };
      return { path: value.path, text: other, rules };
    });
  });
}
