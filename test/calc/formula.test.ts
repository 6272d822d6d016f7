/** Measures that come from others by a formula: exact, with every part in the trace. */
import { describe, expect, it } from 'vitest';
import { decimal } from '../../src/base/exact.js';
import type { Formula } from '../../src/rules/formula.js';
import { parseFormula } from '../../src/rules/formula-reader.js';
import { Fault } from '../../src/rules/fault.js';
import { evaluate, type MeasureOf } from '../../src/calc/formula.js';
import { given, refold } from '../../src/calc/trace.js';
import {
  agent,
  amountsOf,
  calculate,
  messagesOf,
  measured,
  planWithComponents,
  S,
  sales,
  target,
  together,
} from './department.js';
import { bonus } from './plans.js';

/** counted 33, gross 40, target 30, none 0; missing has no value, and of unknown it can't be told. */
const VALUES: Readonly<Record<string, string>> = { counted: '33', gross: '40', target: '30', none: '0' };
const measureOf: MeasureOf = (name) => {
  const value = VALUES[name];
  if (name === 'unknown') return { absent: { en: 'no export', zh: '无文件' }, cause: 'no_export' };
  if (value === undefined) return { absent: { en: 'no value', zh: '无' }, cause: 'no_measure' };
  return { trace: given({ en: name, zh: name }, decimal(value)) };
};

const NAME = { en: 'the measure', zh: '指标' };

function formula(text: string): Formula {
  const found = parseFormula(text);
  if (found instanceof Fault) throw new Error(text);
  return found;
}

function valueOf(text: string): string {
  const mark = { kind: 'stated', clause: 'P-1', path: '', at: { file: 'rules.yaml' } } as const;
  const rule = { value: formula(text), text, mark, path: 'measures.x.formula', at: { file: 'rules.yaml' } };
  const found = evaluate(rule, NAME, measureOf);
  if ('absent' in found) return found.absent.en;
  // The tree computes the same again from its leaves.
  expect(refold(found.trace).equals(found.trace.value)).toBe(true);
  return found.trace.value.toFraction();
}

describe('a formula', () => {
  it.each([
    // What doubles get wrong: 0.1 + 0.2 = 0.30000000000000004, 5 / 2 = 2 in whole numbers, 1.005 × 100 = 100.49999999999999.
    ['0.1 + 0.2', '3/10'],
    ['5 / 2', '5/2'],
    ['1.005 * 100', '201/2'],
    ['1 / 3 * 3', '1'],
    ['9007199254740993 + 0', '9007199254740993'],
    // The operators bind as everywhere: 2 + 3 × 4 = 14, (2 + 3) × 4 = 20, 10 − 4 − 3 = 3, −(2) + 5 = 3.
    ['2 + 3 * 4', '14'],
    ['(2 + 3) * 4', '20'],
    ['10 - 4 - 3', '3'],
    ['-2 + 5', '3'],
    // 33 of 40 sign-ups: 82.5%; three above the target of 30, but at most two count.
    ['counted / gross', '33/40'],
    ['min(counted - target, 2)', '2'],
    ['max(target - counted, 0)', '0'],
    ['floor(counted / 10)', '3'],
    // 33 = 3 × 10 + 3; 33 = -4 × -10 − 7; −33 = −4 × 10 + 7; 40 = 4 × 10; 33 = 13 × 2.5 + 0.5.
    ['mod(counted, 10)', '3'],
    ['mod(counted, -10)', '-7'],
    ['mod(-counted, 10)', '7'],
    ['mod(gross, 10)', '0'],
    ['mod(counted, 2.5)', '1/2'],
    // Rounded half-up to the places named, and nowhere else: 0.825 → 0.83.
    ['round(counted / gross, 2)', '83/100'],
    ['counted >= target ? 100 : 0', '100'],
    ['counted > target && gross < 40 ? 1 : 2', '2'],
    ['counted < target || gross == 40 ? 1 : 2', '1'],
    ['!(counted != 33) ? 1 : 2', '1'],
    ['counted > 50 ? 3 : counted > 30 ? 2 : 1', '2'],
  ])('%s = %s', (text, expected) => {
    expect(valueOf(text)).toBe(expected);
  });

  it('is absent where a measure that it needs is, and only then', () => {
    expect(valueOf('counted + missing')).toBe('no value');
    expect(valueOf('counted > 0 ? counted : missing')).toBe('33');
    expect(valueOf('counted > 0 || missing > 0 ? 1 : 2')).toBe('1');
  });

  it('may ask whether there is one', () => {
    expect(valueOf('has(missing) ? missing : 5')).toBe('5');
    expect(valueOf('has(counted) ? counted : missing')).toBe('33');
    expect(valueOf('!has(missing) && has(none) ? 1 : 2')).toBe('1');
    expect(valueOf('has(unknown) ? 1 : 2')).toBe('no export');
  });

  it('that divides by zero says where', () => {
    expect(valueOf('1 + counted / none')).toBe('counted / none divides by zero');
    expect(valueOf('mod(counted, none)')).toBe('mod(counted, none) divides by zero');
    expect(valueOf('none > 0 ? counted / none : 0')).toBe('0');
  });

  it.each([
    '',
    'counted +',
    '(counted',
    'counted counted',
    'counted >= 30',
    'counted ? 1 : 0',
    '1 < 2 < 3',
    "'x'",
    '1e3',
    '0x10',
    '1_000',
    '10n',
    'true',
    'counted.length',
    'counted[0]',
    'counted = 3',
    'counted++',
    'a => 1',
    'new Date()',
    '`x`',
    'counted ?? 1',
    'counted === 3 ? 1 : 0',
    'counted, 1',
    'min(...x)',
    'this',
    'import("fs")',
    'round(counted, 2.5)',
    'round(counted, gross)',
    'min.call(1, 2)',
    'constructor(1)',
    '/x/',
    '2 ** 3',
    '5 % 2',
    'await counted',
    `${'('.repeat(600)}1${')'.repeat(600)}`,
    '1 + '.repeat(300) + '1',
    'max(counted - 10,000, 0)',
    'max(counted, 010)',
    'counted * 007.5',
    'counted * 0,5',
    'has(counted)',
    'so_far(3)',
  ])('is none: %s', (text) => {
    expect(parseFormula(text)).toBeInstanceOf(Fault);
  });
});

describe('a measure of the rule file by a formula', () => {
  const MEASURES = `
    collected: { name: collected, when_absent: { value: zero, ${S} } }
    above_target: { name: above target, formula: { value: "max(counted - target, 0)", ${S} } }
    points: { name: points, formula: { value: above_target * 2 + collected, ${S} } }
    ratio: { name: ratio, formula: { value: counted / (gross - 3), ${S} } }`;
  const plan = (of: string) =>
    planWithComponents(bonus(`{ rate: 1.5, of: ${of}, ${S} }`), { measures: MEASURES });

  it('is paid like any other: 5 counted of a target of 3, 10 collected: (2 × 2 + 10) × 1.5 = 21', () => {
    const parts = together(
      {
        agents: [agent('A1')],
        targets: [target('agent', 'A1', 3)],
        measures: [measured('A1', 'collected', '10')],
      },
      sales('A1', { MAIL: 5 }),
    );
    const result = calculate(parts, plan('points'));
    expect(amountsOf(result, 'A1')['bonus']).toBe('21.00');
    expect(result.rules.map((rule) => rule.path)).toContain('measures.points.formula');
    expect(result.rules.map((rule) => rule.path)).toContain('measures.above_target.formula');
  });

  it('may stand as the amount itself: 5 counted of a target of 3 are 2 above it, (2 ÷ 3) × 10 = 6.67', () => {
    const own = planWithComponents(bonus(`{ formula: "(counted - target) / target * 10", ${S} }`));
    const parts = together(
      { agents: [agent('A1')], targets: [target('agent', 'A1', 3)] },
      sales('A1', { MAIL: 5 }),
    );
    expect(amountsOf(calculate(parts, own), 'A1')['bonus']).toBe('6.67');
  });

  it('that divides by zero refuses the month', () => {
    const parts = together(
      { agents: [agent('A1')], targets: [target('agent', 'A1', 3)] },
      sales('A1', { MAIL: 3 }),
    );
    expect(messagesOf(calculate(parts, plan('ratio')), 'divides_by_zero')).toEqual([
      'for A1, counted / (gross - 3) divides by zero, which the rule "bonus" needs',
    ]);
  });

  it('that divides by zero in the score refuses the month too', () => {
    const sections = `{ own: { name: own, clause: P-2, out_of: { value: 10, ${S} }, parts: [{ scale: step, above: 0, each: 1, pays: 1, of: ratio, ${S} }] } }`;
    const scored = planWithComponents(bonus(`{ value: 1, ${S} }`), {
      measures: MEASURES,
      score: `{ clause: P-2, places: { value: 2, ${S} }, sections: ${sections} }`,
    });
    const parts = together(
      { agents: [agent('A1')], targets: [target('agent', 'A1', 3)] },
      sales('A1', { MAIL: 3 }),
    );
    expect(messagesOf(calculate(parts, scored), 'divides_by_zero')).toEqual([
      'for A1, counted / (gross - 3) divides by zero, which the rule "score" needs',
    ]);
  });
});
