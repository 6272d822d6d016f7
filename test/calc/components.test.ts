/** Components of other plans than the handbook's: every kind of amount and scale, gates, roles, caps and floors. */
import { describe, expect, it } from 'vitest';
import { decimal, formatShort } from '../../src/base/exact.js';
import {
  agent,
  amountsOf,
  bands,
  bonus,
  calculate,
  day,
  measured,
  messagesOf,
  type Parts,
  payslipOf,
  planWithComponents,
  points,
  resultOf,
  S,
} from './department.js';

/** What the component `bonus` pays A1, whose measure `collected` is so much; `-` for nothing. */
function paid(component: string, collected: string | undefined, more: Parts = {}): string {
  const measures = collected === undefined ? [] : [measured('A1', 'collected', collected)];
  const result = calculate({ agents: [agent('A1')], measures, ...more }, planWithComponents(component));
  return amountsOf(result, 'A1')['bonus'] ?? '-';
}

describe('someone who is employed on no day of the month', () => {
  const gone = { agents: [agent('A1', { left_on: day('2025-03-31') })] };
  const warned = (component: string): number =>
    messagesOf(
      calculate({ ...gone, measures: [measured('A1', 'collected', '7')] }, planWithComponents(component)),
      'paid_not_employed',
    ).length;

  it.each([
    ['a fixed pay is warned of', bonus(`{ value: 100, ${S} }`), 1],
    ['so is a floor', bonus(`{ rate: 1, of: collected, ${S} }`, `floor: { value: 100, ${S} }`), 1],
    ['what results bring is not', bonus(`{ rate: 1, of: collected, ${S} }`), 0],
    [
      'nor a fixed pay that asks for a day of employment',
      bonus(`{ value: 100, ${S} }`, `gate: [{ measure: days_employed, at_least: 1, ${S} }]`),
      0,
    ],
  ])('%s', (_, component, warnings) => {
    expect(warned(component)).toBe(warnings);
  });
});

describe('amounts', () => {
  const CASES: readonly [string, string, string, string][] = [
    ['fixed', `{ value: 88.5, ${S} }`, '7', '88.50'],
    ['fixed, of nothing', `{ value: 0, ${S} }`, '7', '-'],
    ['rate', `{ rate: 0.3, of: collected, ${S} }`, '7', '2.10'],
    ['rate of nothing', `{ rate: 0.3, of: collected, ${S} }`, '0', '-'],
    ['rate, half a fen up', `{ rate: 0.005, of: collected, ${S} }`, '7', '0.04'], // 0.035
    ['percent', `{ rate: 2.5%, of: collected, ${S} }`, '12345.67', '308.64'], // 308.64175
    [
      'a percentage of a large amount',
      `{ rate: 0.1%, of: collected, ${S} }`,
      '999999999999.99',
      '1000000000.00',
    ],
  ];
  it.each(CASES)('%s', (_, amount, collected, expected) => {
    expect(paid(bonus(amount), collected)).toBe(expected);
  });

  it('day rate: monthly base ÷ divisor × times × days', () => {
    const overtime = bonus(`{ day_rate: { divisor: 21.75, times: 1.5, ${S} }, of: collected, ${S} }`);
    const base = { agents: [agent('A1', { monthly_base: decimal('3000') })] };
    // 3000 ÷ 21.75 × 1.5 × 2 = 413.7931
    expect(paid(overtime, '2', base)).toBe('413.79');
    expect(paid(overtime, '0.5', base)).toBe('103.45'); // 103.448
  });

  it('day rate: someone without a monthly base refuses the month', () => {
    const overtime = bonus(`{ day_rate: { divisor: 21.75, times: 1.5, ${S} }, of: collected, ${S} }`);
    const worked = calculate(
      { agents: [agent('A1')], measures: [measured('A1', 'collected', '2')] },
      planWithComponents(overtime),
    );
    expect(messagesOf(worked, 'no_monthly_base')).toEqual([
      'A1 has no monthly_base, but the rule "bonus" reckons with it',
    ]);
    // Without overtime there is nothing to reckon.
    const none = calculate({ agents: [agent('A1')] }, planWithComponents(overtime));
    expect(messagesOf(none, 'no_monthly_base')).toEqual([]);
  });
});

describe('scales, at their edges', () => {
  const scale = (keys: string): string => bonus(`{ ${keys}, of: collected, ${S} }`);
  const MARGINAL = scale(`scale: marginal, ${bands({ 1: '1', 11: '2', 21: '3' })}`);
  const AMOUNTS = scale(`scale: marginal, ${bands({ 0: '1%', 1000: '2%', 5000: '3%' }, 'above')}`);
  const WHOLE = scale(`scale: whole, ${bands({ 0: '1', 11: '2', 21: '3' })}`);
  const LOOKUP = scale(`scale: lookup, ${bands({ 0: '0', 10: '50', 20: '120' })}`);
  const ABOVE = scale(`scale: lookup, bands: [{ from: 0, pays: 5, ${S} }, { above: 10, pays: 50, ${S} }]`);
  const STEP = scale('scale: step, above: 100, each: 10, pays: 5, most: 3');
  const LINE = scale(`scale: interpolated, ${points({ 0: '0', 10: '100', 20: '130' })}`);
  const LATE_LINE = scale(`scale: interpolated, ${points({ 10: '100', 20: '130' })}`);

  const CASES: readonly [string, string, string, string][] = [
    ['marginal', MARGINAL, '0', '-'],
    ['marginal', MARGINAL, '1', '1.00'],
    ['marginal', MARGINAL, '10', '10.00'], // 10 × 1
    ['marginal', MARGINAL, '11', '12.00'], // 10 + 1 × 2
    ['marginal', MARGINAL, '20', '30.00'], // 10 + 10 × 2
    ['marginal', MARGINAL, '21', '33.00'], // 30 + 1 × 3
    ['marginal', MARGINAL, '-5', '-'],
    ['marginal over amounts', AMOUNTS, '999.99', '10.00'], // 9.9999
    ['marginal over amounts', AMOUNTS, '1000', '10.00'],
    ['marginal over amounts', AMOUNTS, '1000.50', '10.01'], // 10 + 0.5 × 2%
    ['marginal over amounts', AMOUNTS, '5000', '90.00'], // 10 + 4000 × 2%
    ['marginal over amounts', AMOUNTS, '6000', '120.00'], // 90 + 1000 × 3%
    ['whole', WHOLE, '0', '-'],
    ['whole', WHOLE, '10', '10.00'],
    ['whole', WHOLE, '10.5', '10.50'],
    ['whole', WHOLE, '11', '22.00'],
    ['whole', WHOLE, '20', '40.00'],
    ['whole', WHOLE, '21', '63.00'],
    ['lookup', LOOKUP, '0', '-'],
    ['lookup', LOOKUP, '9.99', '-'],
    ['lookup', LOOKUP, '10', '50.00'],
    ['lookup', LOOKUP, '19', '50.00'],
    ['lookup', LOOKUP, '20', '120.00'],
    ['lookup', LOOKUP, '2000', '120.00'],
    ['above leaves its edge out', ABOVE, '10', '5.00'],
    ['above leaves its edge out', ABOVE, '10.01', '50.00'],
    ['step', STEP, '100', '-'],
    ['step', STEP, '109.9', '-'],
    ['step', STEP, '110', '5.00'],
    ['step', STEP, '119', '5.00'],
    ['step', STEP, '130', '15.00'],
    ['step, at most three', STEP, '1000', '15.00'],
    ['step, below', STEP, '0', '-'],
    ['line', LINE, '0', '-'],
    ['line', LINE, '5', '50.00'],
    ['line', LINE, '10', '100.00'],
    ['line', LINE, '12.5', '107.50'], // 100 + 30 × 2.5 ÷ 10
    ['line', LINE, '20', '130.00'],
    ['level after the last point', LINE, '99', '130.00'],
    ['level before the first point', LATE_LINE, '3', '100.00'],
    ['level before the first point', LATE_LINE, '10', '100.00'],
  ];
  it.each(CASES)('%s %#', (_, component, collected, expected) => {
    expect(`${collected}: ${paid(component, collected)}`).toBe(`${collected}: ${expected}`);
  });

  it('the band may be picked by another measure than the one that is paid', () => {
    const byDays = bonus(
      `{ scale: whole, of: collected, by: days_employed, ${bands({ 0: '1', 30: '2' })}, ${S} }`,
    );
    expect(paid(byDays, '7')).toBe('14.00'); // employed all 30 days of April
  });

  it('units that are no whole number refuse a scale that counts units one by one', () => {
    const result = calculate(
      { agents: [agent('A1')], measures: [measured('A1', 'collected', '2.5')] },
      planWithComponents(MARGINAL),
    );
    expect(messagesOf(result, 'not_whole_units')).toEqual([
      'the marginal scale of "bonus" counts units with `from: 21`, but the quantity of A1 is 2.5',
    ]);
  });
});

describe('cap and floor', () => {
  const limited = (limits: string): string => bonus(`{ rate: 1, of: collected, ${S} }`, limits);
  const cap = `cap: { value: 100, ${S} }`;
  const floor = `floor: { value: 20, ${S} }`;
  const CASES: readonly [string, string, string][] = [
    [cap, '99.99', '99.99'],
    [cap, '100', '100.00'],
    [cap, '100.01', '100.00'],
    [floor, '20.01', '20.01'],
    [floor, '20', '20.00'],
    [floor, '19.99', '20.00'],
    [floor, '0', '20.00'],
    [`${cap}, ${floor}`, '50', '50.00'],
    [`${cap}, ${floor}`, '500', '100.00'],
    [`${cap}, ${floor}`, '5', '20.00'],
  ];
  it.each(CASES)('%s: %s → %s', (limits, collected, expected) => {
    expect(paid(limited(limits), collected)).toBe(expected);
  });

  it('number and rate stand on the line where neither bites', () => {
    const lineOf = (collected: string) =>
      resultOf(
        calculate(
          { agents: [agent('A1')], measures: [measured('A1', 'collected', collected)] },
          planWithComponents(limited(cap)),
        ),
        'A1',
      ).lines[0];
    expect([lineOf('50')?.quantity, lineOf('50')?.rate].map((value) => value && formatShort(value))).toEqual([
      '50',
      '1',
    ]);
    expect([lineOf('500')?.quantity, lineOf('500')?.rate]).toEqual([undefined, undefined]);
  });
});

describe('gates', () => {
  const gated = (...conditions: readonly string[]): string =>
    bonus(
      `{ value: 10, ${S} }`,
      `gate: [${conditions.map((one) => `{ measure: collected, ${one}, ${S} }`).join(', ')}]`,
    );
  const CASES: readonly [string, string, string][] = [
    ['at_least: 5', '5', '10.00'],
    ['at_least: 5', '4.99', '-'],
    ['more_than: 5', '5', '-'],
    ['more_than: 5', '5.01', '10.00'],
    ['at_most: 5', '5', '10.00'],
    ['at_most: 5', '5.01', '-'],
    ['less_than: 5', '5', '-'],
    ['less_than: 5', '4.99', '10.00'],
  ];
  it.each(CASES)('%s with %s: %s', (condition, collected, expected) => {
    expect(paid(gated(condition), collected)).toBe(expected);
  });

  it.each([
    ['3', '10.00'],
    ['2', '-'],
    ['6', '-'],
  ])('all must hold: %s', (collected, expected) => {
    expect(paid(gated('at_least: 3', 'at_most: 5'), collected)).toBe(expected);
  });

  it('what stands against paying is told, each condition by itself', () => {
    const plan = planWithComponents(gated('at_least: 3', 'more_than: 1'));
    const result = calculate({ agents: [agent('A1')] }, plan);
    expect(resultOf(result, 'A1').notPaid[0]?.reasons.map((one) => one.kind)).toEqual([
      'condition',
      'condition',
    ]);
  });
});

describe('roles', () => {
  const leadersOnly = bonus(`{ value: 10, ${S} }`, `roles: { value: [team_leader, duty_manager], ${S} }`);
  it.each([
    ['agent', '-'],
    ['team_leader', '10.00'],
    ['duty_manager', '10.00'],
  ] as const)('%s: %s', (role, expected) => {
    expect(paid(leadersOnly, undefined, { agents: [agent('A1', { role })] })).toBe(expected);
  });
});

describe('columns', () => {
  it('each component goes to the column that it names; a deduction is dated at the end of the month', () => {
    const component = (column: string, more = '') =>
      `{ name: x, clause: P-2, column: ${column}, amount: { value: 7, ${S} }${more} }`;
    const plan = planWithComponents(`{
      base: ${component('base_commission')}, product: ${component('product_commission')},
      allowance: ${component('allowances')}, uniform: ${component('penalties', `, class: { value: loss, ${S} }`)} }`);
    const result = calculate({ agents: [agent('A1')] }, plan);
    expect(payslipOf(result, 'A1')).toEqual({
      base_commission: '7.00',
      product_commission: '7.00',
      allowances: '7.00',
      penalties: '7.00',
      net: '14.00',
      paid: '14.00',
    });
    const [deduction] = resultOf(result, 'A1').lines.filter((line) => line.column === 'penalties');
    expect([deduction?.penalty?.date, deduction?.penalty?.source, deduction?.penalty?.class.value]).toEqual([
      '2025-04-30',
      'uniform',
      'loss',
    ]);
  });
});
