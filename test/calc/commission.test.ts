/** Section 2 of the handbook: points per product (P-4 … P-20), and the rate of the next unit (C-3). */
import { describe, expect, it } from 'vitest';
import { formatShort, sum } from '../../src/base/exact.js';
import {
  agent,
  amountsOf,
  bands,
  bill,
  calculate,
  type Changes,
  handbook,
  handbookWith,
  incident,
  type Parts,
  points,
  resultOf,
  S,
  sales,
  signup,
  time,
} from './department.js';

/** Points of a product of A1, who sold so much. */
function pointsOf(product: string, counts: Readonly<Record<string, number>>, plan = handbook): string {
  const result = calculate({ agents: [agent('A1')], ...sales('A1', counts) }, plan);
  const own = resultOf(result, 'A1').facts.commission.find((one) => one.product === product);
  return formatShort(own?.points.value ?? sum([]));
}

describe('each product: what one unit earns, and what it counts on', () => {
  // product, clause, points of one counted unit, what it counts on
  const PRODUCTS: readonly [string, string, string, 'charge' | 'rent' | 'activation'][] = [
    ['SECRETARY', 'P-4', '1.5', 'charge'],
    ['INFO_2', 'P-5', '1', 'charge'],
    ['INFO_4', 'P-6', '2', 'charge'],
    ['INFO_6', 'P-7', '4', 'charge'],
    ['UP_2_4', 'P-8', '1.5', 'charge'],
    ['UP_4_6', 'P-9', '1', 'charge'],
    ['UP_2_6', 'P-10', '2.5', 'charge'],
    ['MAIL', 'P-11', '4', 'rent'],
    ['MAIL_TRIAL', 'P-12', '2', 'activation'],
    ['SMS_3', 'P-13', '1', 'rent'],
    ['SMS_5', 'P-14', '1.5', 'rent'],
    ['SMS_6', 'P-14', '1.5', 'rent'],
    ['SMS_10', 'P-15', '2', 'rent'],
    ['SMS_15', 'P-15', '3', 'rent'],
    ['SMS_20', 'P-15', '5', 'rent'],
    ['BAODIAN', 'P-16', '10', 'rent'],
    ['CAI_E', 'P-17', '4', 'rent'],
    ['PALM_BB', 'P-18', '10', 'rent'],
    ['WAP_TRIAL', 'P-19', '2', 'activation'],
    ['RINGTONE', 'P-20', '1', 'rent'],
  ];
  /** Outcomes of a sign-up with a rent row, with a usage row alone, and without a row. */
  const OUTCOMES = {
    charge: ['counted', 'counted', 'no_billing'],
    rent: ['counted', 'unbilled', 'no_billing'],
    activation: ['counted', 'counted', 'counted'],
  };

  it.each(PRODUCTS)('%s (%s): %s points, on %s', (product, clause, unit, basis) => {
    const [rent, usage, none] = [signup('A1', product), signup('A1', product), signup('A1', product)];
    const billing = [bill(rent), bill(usage, { fee_type: 'usage' })];
    const result = calculate({ agents: [agent('A1')], signups: [rent, usage, none], billing });
    expect(result.signups.map((one) => one.outcome)).toEqual(OUTCOMES[basis]);
    expect(resultOf(result, 'A1').facts.commission[0]?.clause).toBe(clause);
    expect(pointsOf(product, { [product]: 1 })).toBe(unit);
  });

  it('are all that the handbook has', () => {
    expect(PRODUCTS.map(([product]) => product)).toEqual(Object.keys(handbook.products));
  });
});

describe('marginal tiers: each unit at the band it falls in', () => {
  const SECRETARY: readonly [number, string][] = [
    [1, '1.5'],
    [99, '148.5'], // 99 × 1.5
    [100, '150'], // 100 × 1.5
    [101, '152'], // 150 + 1 × 2
    [199, '348'], // 150 + 99 × 2
    [200, '350'], // 150 + 100 × 2
    [201, '352.5'], // 350 + 1 × 2.5
    [205, '362.5'], // 350 + 5 × 2.5
  ];
  it.each(SECRETARY)('SECRETARY %i: %s', (count, expected) => {
    expect(pointsOf('SECRETARY', { SECRETARY: count })).toBe(expected);
  });

  it('read as whole-volume, by a rule file: all units at the band reached', () => {
    const whole = handbookWith({
      'products.SECRETARY.points': `{ scale: whole, ${bands({ 0: '1.5', 101: '2', 201: '2.5' })}, ${S} }`,
    });
    expect(pointsOf('SECRETARY', { SECRETARY: 100 }, whole)).toBe('150');
    expect(pointsOf('SECRETARY', { SECRETARY: 101 }, whole)).toBe('202');
    expect(pointsOf('SECRETARY', { SECRETARY: 205 }, whole)).toBe('512.5');
  });

  it('orders the units by signing, then id: the first hundred are paid 1.5', () => {
    const { signups, billing } = sales('A1', { SECRETARY: 101 });
    const last = signups[0];
    const result = calculate({
      agents: [agent('A1')],
      signups: signups.map((one) =>
        one === last ? { ...one, signed_at: time('2025-04-30 23:59:59') } : one,
      ),
      billing,
    });
    const units = [...(resultOf(result, 'A1').facts.commission[0]?.unitPoints ?? [])];
    expect(units.filter(([, unit]) => formatShort(unit) === '2').map(([id]) => id)).toEqual([
      last?.signup_id,
    ]);
    expect(units).toHaveLength(101);
  });
});

describe('whole-volume: all units at the band that INFO_4 + INFO_6 reach', () => {
  const INFO_4: readonly [string, Readonly<Record<string, number>>, string][] = [
    ['89 alone', { INFO_4: 89 }, '178'], // 89 × 2
    ['90 alone', { INFO_4: 90 }, '225'], // 90 × 2.5
    ['60 + 29', { INFO_4: 60, INFO_6: 29 }, '120'], // basis 89: 60 × 2
    ['60 + 30', { INFO_4: 60, INFO_6: 30 }, '150'], // basis 90: 60 × 2.5
    ['1 + 88', { INFO_4: 1, INFO_6: 88 }, '2'],
    ['1 + 89', { INFO_4: 1, INFO_6: 89 }, '2.5'],
    ['91 alone', { INFO_4: 91 }, '227.5'],
    // Upgrades do not count in the 90.
    ['60 + 29, and upgrades', { INFO_4: 60, INFO_6: 29, UP_2_4: 5, UP_4_6: 5, UP_2_6: 5, INFO_2: 5 }, '120'],
  ];
  it.each(INFO_4)('%s', (_, counts, expected) => {
    expect(pointsOf('INFO_4', counts)).toBe(expected);
  });

  it('INFO_6 itself has one rate', () => {
    expect(pointsOf('INFO_6', { INFO_4: 60, INFO_6: 30 })).toBe('120');
  });

  it('counts the agent’s own counted sign-ups alone', () => {
    const own = sales('A1', { INFO_4: 89 });
    const unbilled = signup('A1', 'INFO_4');
    const others = sales('A2', { INFO_6: 30 });
    const result = calculate({
      agents: [agent('A1'), agent('A2')],
      signups: [...own.signups, unbilled, ...others.signups],
      billing: [...own.billing, ...others.billing],
    });
    expect(amountsOf(result, 'A1')).toEqual({ 'product_commission:INFO_4': '178.00' });
  });
});

describe('the points of the single units', () => {
  const unitsOf = (counts: Readonly<Record<string, number>>, points: string): string[] => {
    const plan = handbookWith({ 'products.MAIL.points': points });
    const result = calculate({ agents: [agent('A1')], ...sales('A1', counts) }, plan);
    const own = resultOf(result, 'A1').facts.commission.find((one) => one.product === 'MAIL');
    return [...(own?.unitPoints.values() ?? [])].map(formatShort);
  };
  const CASES: readonly [string, Readonly<Record<string, number>>, string, string[]][] = [
    ['one rate', { MAIL: 2 }, `{ value: 4, ${S} }`, ['4', '4']],
    ['marginal', { MAIL: 3 }, `{ scale: marginal, ${bands({ 1: '1', 3: '5' })}, ${S} }`, ['1', '1', '5']],
    ['whole-volume', { MAIL: 3 }, `{ scale: whole, ${bands({ 0: '1', 3: '5' })}, ${S} }`, ['5', '5', '5']],
    // The unit that reaches the edge brings the lump.
    ['lookup', { MAIL: 3 }, `{ scale: lookup, ${bands({ 0: '0', 2: '7' })}, ${S} }`, ['0', '7', '0']],
    // By another product's number no unit brings it: equal parts.
    [
      'lookup by others',
      { MAIL: 2, INFO_6: 2 },
      `{ scale: lookup, by: [INFO_6], ${bands({ 0: '0', 2: '7' })}, ${S} }`,
      ['3.5', '3.5'],
    ],
    ['step', { MAIL: 4 }, `{ scale: step, above: 1, each: 2, pays: 3, ${S} }`, ['0', '0', '3', '0']],
  ];
  it.each(CASES)('%s', (_, counts, points, expected) => {
    expect(unitsOf(counts, points)).toEqual(expected);
  });
});

describe('one pay line per product', () => {
  it('with the number and rate where one rate holds, and the number alone where several do', () => {
    const result = calculate({
      agents: [agent('A1')],
      ...sales('A1', { SECRETARY: 101, MAIL: 3, UP_2_6: 1 }),
    });
    const lines = resultOf(result, 'A1').lines.map((line) => [
      line.line_id,
      line.quantity && formatShort(line.quantity),
      line.rate && formatShort(line.rate),
    ]);
    expect(lines).toEqual([
      ['product_commission:MAIL', '3', '4'],
      ['product_commission:SECRETARY', '101', undefined],
      ['product_commission:UP_2_6', '1', '2.5'],
    ]);
  });

  it('none for a product of which nothing counts, though it has its row of counts', () => {
    const result = calculate({ agents: [agent('A1')], signups: [signup('A1', 'MAIL')] });
    expect(amountsOf(result, 'A1')).toEqual({});
    const [own] = resultOf(result, 'A1').facts.commission;
    expect([own?.product, own?.gross, own?.counts.no_billing]).toEqual(['MAIL', 1, 1]);
  });

  it('rounds once, half-up, at the end', () => {
    // 3 × 1.115 = 3.345 → 3.35; rounding each unit would give 3 × 1.12 = 3.36.
    const plan = handbookWith({ 'products.MAIL.points': '{ value: 1.115, stated: P-11 }' });
    const result = calculate({ agents: [agent('A1')], ...sales('A1', { MAIL: 3 }) }, plan);
    expect(amountsOf(result, 'A1')).toEqual({ 'product_commission:MAIL': '3.35' });
  });

  it('pays what a point is worth', () => {
    const plan = handbookWith({
      'components.product_commission.yuan_per_point': '{ value: 1.2, stated: P-3 }',
    });
    const result = calculate({ agents: [agent('A1')], ...sales('A1', { MAIL: 3 }) }, plan);
    // 3 × 4 × 1.2
    expect(amountsOf(result, 'A1')).toEqual({ 'product_commission:MAIL': '14.40' });
    expect(formatShort(resultOf(result, 'A1').lines[0]?.rate ?? sum([]))).toBe('4.8');
  });
});

describe('the rate that one more counted unit would be paid at, tenfold for a forced one', () => {
  /** The fine for a forced sign-up of `product` on top of what counted. */
  function fineFor(
    product: string,
    counts: Readonly<Record<string, number>>,
    changes: Changes = {},
  ): string | undefined {
    const forced = signup('A1', product, { signup_id: 'F1' });
    const own = sales('A1', counts);
    const parts: Parts = {
      agents: [agent('A1')],
      signups: [...own.signups, forced],
      billing: own.billing,
      incidents: [incident('A1', 'forced_activation', { incident_id: 'E1', signup_id: 'F1' })],
    };
    return amountsOf(calculate(parts, handbookWith(changes)), 'A1')['forced_activation:E1'];
  }

  const HANDBOOK: readonly [string, Readonly<Record<string, number>>, string][] = [
    ['SECRETARY', {}, '15.00'], // the 1st: 10 × 1.5
    ['SECRETARY', { SECRETARY: 99 }, '15.00'], // the 100th: 10 × 1.5
    ['SECRETARY', { SECRETARY: 100 }, '20.00'], // the 101st: 10 × 2
    ['SECRETARY', { SECRETARY: 199 }, '20.00'], // the 200th
    ['SECRETARY', { SECRETARY: 200 }, '25.00'], // the 201st: 10 × 2.5
    ['INFO_4', { INFO_4: 59, INFO_6: 29 }, '20.00'], // basis 88: one more makes 89, 10 × 2
    ['INFO_4', { INFO_4: 60, INFO_6: 29 }, '25.00'], // basis 89: one more makes 90, 10 × 2.5
    ['INFO_4', { INFO_4: 60, INFO_6: 30 }, '25.00'], // basis 90
    ['INFO_4', { INFO_6: 89 }, '25.00'],
    ['INFO_6', { INFO_4: 60, INFO_6: 29 }, '40.00'], // one rate: 10 × 4
    ['MAIL', { MAIL: 3 }, '40.00'],
    ['SMS_5', {}, '15.00'],
  ];
  it.each(HANDBOOK)('%s on top of %j: %s', (product, counts, expected) => {
    expect(fineFor(product, counts)).toBe(expected);
  });

  const lookup = `{ scale: lookup, ${bands({ 0: '0', 3: '7', 5: '20' })}, ${S} }`;
  const step = `{ scale: step, above: 1, each: 3, pays: 2, ${S} }`;
  const line = `{ scale: interpolated, ${points({ 0: '0', 10: '40' })}, ${S} }`;
  const SCALES: readonly [string, string, number, string | undefined][] = [
    // A lookup pays the band once: one more unit is worth the difference.
    ['lookup below an edge', lookup, 2, '70.00'],
    ['lookup within a band', lookup, 3, undefined],
    ['lookup at the next edge', lookup, 4, '130.00'],
    // 2 points for each 3 full units above 1: the 4th, the 7th … earn 2.
    ['a step that the unit fills', step, 3, '20.00'],
    ['a step that it does not fill', step, 2, undefined],
    // From 0 to 40 points over 10 units: 4 each; level afterwards.
    ['a line', line, 5, '40.00'],
    ['after a line', line, 10, undefined],
  ];
  it.each(SCALES)('%s', (_, scale, counted, expected) => {
    expect(fineFor('MAIL', { MAIL: counted }, { 'products.MAIL.points': scale })).toBe(expected);
  });

  it('by another product’s number, where the scale says so', () => {
    const byInfo6 = `{ scale: whole, by: [INFO_6], ${bands({ 0: '1', 3: '2' })}, ${S} }`;
    // One MAIL more leaves the number of INFO_6 as it is: 2 → 1 point, 3 → 2 points.
    expect(fineFor('MAIL', { INFO_6: 2 }, { 'products.MAIL.points': byInfo6 })).toBe('10.00');
    expect(fineFor('MAIL', { INFO_6: 3 }, { 'products.MAIL.points': byInfo6 })).toBe('20.00');
  });

  it('of a lookup by another product’s number: nothing, since that number stays as it is', () => {
    const byInfo6 = `{ scale: lookup, by: [INFO_6], ${bands({ 0: '0', 2: '7' })}, ${S} }`;
    expect(fineFor('MAIL', { MAIL: 1, INFO_6: 2 }, { 'products.MAIL.points': byInfo6 })).toBeUndefined();
    const byBoth = `{ scale: lookup, by: [MAIL, INFO_6], ${bands({ 0: '0', 4: '7' })}, ${S} }`;
    expect(fineFor('MAIL', { MAIL: 1, INFO_6: 2 }, { 'products.MAIL.points': byBoth })).toBe('70.00');
  });

  it('times what a point is worth', () => {
    const worth = { 'components.product_commission.yuan_per_point': '{ value: 2, stated: P-3 }' };
    expect(fineFor('MAIL', {}, worth)).toBe('80.00');
  });
});
