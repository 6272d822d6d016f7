/** Dated versions of values: the plan of each day, and what is refused. */
import { describe, expect, it } from 'vitest';
import { formatShort } from '../../src/base/exact.js';
import type { Plan } from '../../src/rules/plan.js';
import { planOfMonth, planOn } from '../../src/rules/plan-on.js';
import { valuesOf } from '../../src/rules/values.js';
import { day } from '../calc/rows.js';
import { faultsIn, load, month, ruleFile } from './rule-files.js';

/** Two products, of which the first has these points. */
const withPoints = (points: string): string =>
  ruleFile({
    products: `
  MAIL: { name: 邮箱, clause: P-1, counts_on: { value: rent, stated: P-1 }, points: ${points} }
  BOX: { name: 盒子, clause: P-1, counts_on: { value: rent, stated: P-1 }, points: { value: 7, stated: P-1 } }`,
  });

const TWO =
  '{ value: 4, stated: P-1, since: { 2025-05-16: { value: 6, assumed: P-1, because: 缺 }, 2025-04-16: 5 } }';

function mailOn(plan: Plan, date: string): string {
  const points = planOn(plan, day(date)).products['MAIL']?.points;
  if (points?.kind !== 'flat') return 'no flat points';
  const { value, path, mark } = points.flat;
  return `${formatShort(value)} ${mark.kind} ${path}`;
}

describe('a value with versions', () => {
  const { plan } = load(withPoints(TWO));

  it.each([
    ['2025-04-01', '4 stated products.MAIL.points'],
    ['2025-04-15', '4 stated products.MAIL.points'],
    ['2025-04-16', '5 stated products.MAIL.points.since.2025-04-16'],
    ['2025-05-15', '5 stated products.MAIL.points.since.2025-04-16'],
    ['2025-05-16', '6 assumed products.MAIL.points.since.2025-05-16'],
    ['2026-01-01', '6 assumed products.MAIL.points.since.2025-05-16'],
  ])('is on %s: %s', (date, expected) => {
    expect(mailOn(plan, date)).toBe(expected);
  });

  it('changes the plan on its dates, in their order', () => {
    expect(plan.changes?.map(({ from }) => from)).toEqual(['2025-04-16', '2025-05-16']);
    expect(load(ruleFile()).plan.changes).toBeUndefined();
  });

  it('has in a month the changes of its days alone', () => {
    const may = planOfMonth(plan, month('2025-05'));
    expect(may.changes?.map(({ from }) => from)).toEqual(['2025-05-16']);
    expect(mailOn(may, '2025-05-01')).toBe('5 stated products.MAIL.points.since.2025-04-16');
    expect(planOfMonth(plan, month('2025-05'))).toBe(may);
    expect(planOfMonth(plan, month('2025-06')).changes).toBeUndefined();
    const whole = load(ruleFile()).plan;
    expect(planOfMonth(whole, month('2025-05'))).toBe(whole);
  });

  it('leaves what does not change the same', () => {
    const later = planOn(plan, day('2025-05-16'));
    expect(later.products['BOX']).toBe(plan.products['BOX']);
    expect(later.products['MAIL']?.counts_on).toBe(plan.products['MAIL']?.counts_on);
    expect(later.net).toBe(plan.net);
    expect(later.products['MAIL']).not.toBe(plan.products['MAIL']);
  });

  it('is counted once a version, and nothing else twice', () => {
    const paths = valuesOf(plan).map(({ path }) => path);
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
    expect(paths.filter((path) => path.startsWith('products.MAIL.points'))).toEqual([
      'products.MAIL.points',
      'products.MAIL.points.since.2025-05-16',
      'products.MAIL.points.since.2025-04-16',
    ]);
    expect(paths.length - valuesOf(load(withPoints('{ value: 4, stated: P-1 }')).plan).length).toBe(2);
  });

  it('may be a list, whose items have versions of their own', () => {
    const bands = `{ scale: whole, stated: P-1, bands: { value: [{ from: 0, pays: 1 }],
      since: { 2025-04-16: [{ from: 0, pays: { value: 2, since: { 2025-04-21: 3 } } }, { from: 9, pays: 4 }] } } }`;
    const { changes = [] } = load(withPoints(bands)).plan;
    expect(changes.map((one) => `${one.from} ${paysOf(one.plan)}`)).toEqual([
      '2025-04-16 2 4',
      '2025-04-21 3 4',
    ]);
  });
});

function paysOf({ products }: Plan): string {
  const points = products['MAIL']?.points;
  if (points?.kind !== 'scale' || points.scale.kind !== 'bands') return 'no bands';
  return points.scale.bands.map((band) => formatShort(band.pays.value)).join(' ');
}

describe('what is refused', () => {
  const faulty = (points: string): string[] => faultsIn(withPoints(points));
  const since = (versions: string): string => `{ value: 4, stated: P-1, since: ${versions} }`;

  it.each<[string, string, string[]]>([
    ['a date that is none', since('{ 2025-04-31: 5 }'), ['E0617']],
    ['no version', since('{}'), ['E0605']],
    ['versions that are no mapping', since('[2025-04-16]'), ['E0603']],
    ['a version that is neither a value nor a scale', since('{ 2025-04-16: { rent: 5 } }'), ['E0602']],
    ['a version without a mark', '{ value: 4, since: { 2025-04-16: { value: 5, stated: P-1 } } }', ['E0621']],
    ['a version that the value could not be', since('{ 2025-04-16: -5 }'), ['E0612']],
    ['a clause that is not there', since('{ 2025-04-16: { value: 5, stated: P-9 } }'), ['E0631']],
    [
      'versions of what has no value',
      '{ scale: whole, bands: [{ from: 0, pays: 1 }], stated: P-1, since: { 2025-04-16: 5 } }',
      ['E0601'],
    ],
  ])('%s', (_, points, codes) => {
    expect(
      faulty(points)
        .map((one) => one.slice(0, 5))
        .toSorted(),
    ).toEqual(codes);
  });

  it('is told once, also what every version of the file has', () => {
    const text = withPoints(TWO).replace('negative: { value: carry', 'negative: { value: keep');
    expect(faultsIn(text)).toHaveLength(1);
  });

  it.each([
    'version: { value: "1", since: { 2025-05-01: "2" } }',
    'currency: { code: { value: CNY, since: { 2025-05-01: USD } }, places: 2 }',
  ])('another date of what is another rule file: %s', (text) => {
    const [section = ''] = text.split(':');
    expect(
      faultsIn(ruleFile({ [section]: text.slice(section.length + 1) })).map((one) => one.slice(0, 5)),
    ).toEqual(['E0601']);
  });
});

describe('within a month', () => {
  const codes = (sections: Readonly<Record<string, string>>): string[] =>
    faultsIn(ruleFile(sections)).map((one) => one.slice(0, 5));
  const scale = (pays: string, how: string): string =>
    `{ scale: ${how}, stated: P-1, bands: [{ from: 0, pays: 1 }, { from: 9, pays: ${pays} }] }`;
  const dated = '{ value: 2, since: { 2025-04-16: 3 } }';
  const later = '{ value: 2, since: { 2025-05-01: 3 } }';

  it('nothing of the whole month changes, but with a month', () => {
    const net = (date: string): string =>
      `{ clause: P-1, negative: { value: carry, stated: P-1, since: { ${date}: report } } }`;
    expect([codes({ net: net('2025-04-16') }), codes({ net: net('2025-05-01') })]).toEqual([['E0668'], []]);
  });

  it.each<[string, string[]]>([
    [scale(dated, 'whole'), []],
    [scale(dated, 'lookup'), ['E0669']],
    [scale(later, 'lookup'), []],
    [scale(dated, 'whole').replace('pays: 1', 'pays: 1, plus: 5'), ['E0669']],
    [
      '{ scale: step, stated: P-1, above: 0, each: 10, pays: { value: 2, since: { 2025-04-16: 3 } } }',
      ['E0669'],
    ],
  ])('points %s', (points, expected) => {
    expect(faultsIn(withPoints(points)).map((one) => one.slice(0, 5))).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    ['the charge', 'charge: { per_minute: { value: 1, since: { 2025-04-16: 2 } } }', []],
    [
      'the free minutes',
      'charge: { per_minute: 1 }, free_minutes: { value: 10, since: { 2025-04-16: 5 } }',
      ['E0668'],
    ],
  ])('of a fine %s', (_, fine, expected) => {
    const late = `{ name: 迟到, clause: P-1, class: absence, stated: P-1, fine: { attendance: late, ${fine} } }`;
    expect(codes({ components: `{ late: ${late} }` })).toEqual(expected);
  });
});
