/** Formulas at work: a number from measures, with every part of it in the trace under the words it is written in. */
import { computedOnce } from '../base/computed-once.js';
import { type Exact, ONE, ZERO } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import type { Comparison, Formula, Test } from '../rules/formula.js';
import type { Value } from '../rules/mark.js';
import { type Absent, isNone, type Measured } from './measured.js';
import { restingOn, chosen, computed, given, rounded, type Trace } from './trace.js';

/** The value of a measure by its name. */
export type MeasureOf = (name: string) => Measured;

/** Where the numbers of a formula come from. */
interface Sources {
  readonly measureOf: MeasureOf;
  /** The sum of a measure up to the transaction, day or week that the formula is reckoned for. */
  readonly soFarOf: MeasureOf;
  /** What `has` asks after. */
  readonly askedOf: MeasureOf;
}

/** Only formulas under `each` sum up to a transaction, day or week: the rule file was checked. */
const soFarOf: MeasureOf = (name) => {
  throw new Error(`so_far(${name}) in a formula of the month`);
};

/** What the formula comes to; absent where a measure that it needs is, or where it divides by zero. */
export function evaluate(
  rule: Value<Formula>,
  name: Localized,
  measureOf: MeasureOf,
  within: Omit<Sources, 'measureOf'> = { soFarOf, askedOf: measureOf },
): Measured {
  const found = numberOf(rule.value, { measureOf, ...within });
  if ('absent' in found) return found;
  return { trace: computed('sum', name, [found.trace], restingOn(rule)) };
}

/** A part of a formula under the words that it is written in: the same label for everybody. */
const labelOf = (formula: Formula): Localized => computedOnce(labels, formula, asWritten);

const asWritten = ({ text }: Formula): Localized => ({ en: text, zh: text });

const labels = new WeakMap<Formula, Localized>();
const numbers = new WeakMap<Formula, Trace>();

function numberOf(formula: Formula, sources: Sources): Measured {
  const label = labelOf(formula);
  switch (formula.kind) {
    case 'number':
      return { trace: computedOnce(numbers, formula, () => given(label, formula.value)) };
    case 'measure':
      return sources.measureOf(formula.name);
    case 'so_far':
      return sources.soFarOf(formula.name);
    case 'operation': {
      const parts = tracesOf(formula.parts, sources);
      if ('absent' in parts) return parts;
      const divides = formula.operation === 'quotient' || formula.operation === 'remainder';
      if (divides && parts.traces[1]?.value.n === 0n) return dividesByZero(formula.text);
      return { trace: computed(formula.operation, label, parts.traces) };
    }
    case 'round': {
      const found = numberOf(formula.of, sources);
      return 'absent' in found ? found : { trace: rounded(label, found.trace, formula.places, formula.mode) };
    }
    case 'choice': {
      const test = tried(formula.test, sources);
      if ('absent' in test) return test;
      const found = numberOf(test.holds ? formula.holds : formula.otherwise, sources);
      return 'absent' in found ? found : { trace: chosen(label, found.trace, test.traces) };
    }
  }
}

function tracesOf(formulas: readonly Formula[], sources: Sources): { traces: Trace[] } | Absent {
  const traces: Trace[] = [];
  for (const formula of formulas) {
    const found = numberOf(formula, sources);
    if ('absent' in found) return found;
    traces.push(found.trace);
  }
  // A list that grew keeps room for many more: a month holds hundreds of thousands of them.
  return { traces: traces.slice() };
}

const dividesByZero = (text: string): Absent => ({
  absent: { en: `${text} divides by zero`, zh: `${text} 的除数为零` },
  cause: 'zero_divisor',
});

/** Whether a condition holds, with the numbers it was decided by: as many as were needed. */
type Tried = { readonly holds: boolean; readonly traces: readonly Trace[] } | Absent;

function tried(test: Test, sources: Sources): Tried {
  switch (test.kind) {
    case 'comparison': {
      const parts = tracesOf([test.left, test.right], sources);
      if ('absent' in parts) return parts;
      const [left, right] = parts.traces;
      if (!left || !right) throw new Error('a comparison has two sides');
      return { holds: compares(test.comparison, left.value, right.value), traces: parts.traces };
    }
    case 'has':
      return asked(test, sources.askedOf(test.name));
    case 'not': {
      const found = tried(test.of, sources);
      return 'absent' in found ? found : { ...found, holds: !found.holds };
    }
    case 'all':
    case 'any': {
      const traces: Trace[] = [];
      const decides = test.kind === 'any';
      // What can't be decided decides nothing, wherever it stands, as long as another part settles the whole.
      let undecided: Absent | undefined;
      for (const part of test.parts) {
        const found = tried(part, sources);
        if ('absent' in found) {
          undecided ??= found;
          continue;
        }
        traces.push(...found.traces);
        if (found.holds === decides) return { holds: decides, traces };
      }
      return undecided ?? { holds: !decides, traces };
    }
  }
}

const HAS = { en: 'there is a value', zh: '有值' };

/** Whether there is a value: 1 or 0 in the trace. What can't be told stays unknown. */
function asked({ text }: Test, found: Measured): Tried {
  const label = (why: Localized): Localized => ({ en: `${text}: ${why.en}`, zh: `${text}：${why.zh}` });
  if (!('absent' in found)) {
    return { holds: true, traces: [chosen(label(HAS), given(HAS, ONE), [found.trace])] };
  }
  return isNone(found) ? { holds: false, traces: [given(label(found.absent), ZERO)] } : found;
}

function compares(comparison: Comparison, left: Exact, right: Exact): boolean {
  const order = left.compare(right);
  switch (comparison) {
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}
