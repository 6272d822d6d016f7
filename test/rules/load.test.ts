import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { formatShort } from '../../src/base/exact.js';
import { valuesOf } from '../../src/rules/values.js';
import { faultsIn, load, ruleFile, SHIPPED } from './rule-files.js';

/** The smallest rule file with these points of its one product. */
const withPoints = (points: string): string =>
  ruleFile({
    products: `{ MAIL: { name: 邮箱, clause: P-1, counts_on: { value: rent, stated: P-1 }, points: ${points} } }`,
  });

/** What the points of its one product are and rest on: `path text mark clause`. */
const pointsIn = (points: string): string[] =>
  valuesOf(load(withPoints(points)).plan)
    .filter(({ path }) => path.startsWith('products.MAIL.points'))
    .map(
      ({ path, text, mark }) => `${path.slice('products.MAIL.'.length)} ${text} ${mark.kind} ${mark.clause}`,
    );

function flatPoints(text: string): string {
  const points = load(withPoints(`{ value: ${text}, stated: P-1 }`)).plan.products['MAIL']?.points;
  return points?.kind === 'flat' ? formatShort(points.flat.value) : 'no flat points';
}

describe('a loaded rule file', () => {
  it('has the hash of its bytes', () => {
    expect(load(SHIPPED).sha256).toBe(createHash('sha256').update(SHIPPED).digest('hex'));
  });

  it.each([
    ['0.30', '0.3'],
    ['1.005', '1.005'],
    ['33.3%', '0.333'],
    ['100%', '1'],
    ['"4"', '4'],
    ['12345678901234567890.12', '12345678901234567890.12'],
  ])('reads %s exactly', (text, value) => {
    expect(flatPoints(text)).toBe(value);
  });

  it('means the same in block style and in braces', () => {
    const block =
      '\n  MAIL:\n    name: 邮箱\n    clause: P-1\n    counts_on:\n      value: rent\n      stated: P-1\n';
    const text = ruleFile({ products: `${block}    points:\n      stated: P-1\n      value: 4\n` });
    const braces = withPoints('{ value: 4, stated: P-1 }');
    const written = (file: string): string[] =>
      valuesOf(load(file).plan).map((one) => `${one.path} ${one.text}`);
    expect(written(text)).toEqual(written(braces));
  });

  it('may call a product by a number, or as object members are called', () => {
    const entry =
      '{ name: 邮箱, clause: P-1, counts_on: { value: rent, stated: P-1 }, points: { value: 4, stated: P-1 } }';
    const { products } = load(ruleFile({ products: `{ 1001: ${entry}, constructor: ${entry} }` })).plan;
    expect(Object.keys(products)).toEqual(['1001', 'constructor']);
  });

  it('gives its marked values in the order of the file, whatever its products are called', () => {
    const entry = (points: number): string =>
      `{ name: 邮箱, clause: P-1, counts_on: { value: rent, stated: P-1 }, points: { value: ${points}, stated: P-1 } }`;
    const { plan } = load(ruleFile({ products: `{ path: ${entry(1)}, mark: ${entry(2)}, 7: ${entry(3)} }` }));
    const points = valuesOf(plan).filter(({ path }) => path.endsWith('points'));
    expect(points.map(({ text }) => text)).toEqual(['1', '2', '3']);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty'])('holds no %s that nobody wrote', (name) => {
    const { products, clauses, components } = load(ruleFile()).plan;
    expect([products[name], clauses[name], components[name]]).toEqual([undefined, undefined, undefined]);
  });

  it('takes a name in one language for both', () => {
    expect(load(ruleFile()).plan.products['MAIL']?.name).toEqual({ zh: '邮箱', en: '邮箱' });
  });
});

describe('a mark', () => {
  it('stands beside its value', () => {
    expect(pointsIn('{ value: 4, stated: P-1 }')).toEqual(['points 4 stated P-1']);
  });

  it('covers all that is written in its braces, but for what has its own', () => {
    const band = '{ from: { value: 0, stated: P-1 }, pays: 2, assumed: P-1, because: 缺失 }';
    expect(pointsIn(`{ scale: { value: whole, stated: P-1 }, bands: [${band}] }`)).toEqual([
      'points.scale whole stated P-1',
      'points.bands.1.from 0 stated P-1',
      'points.bands.1.pays 2 assumed P-1',
    ]);
  });

  it('reaches into braces below that have none', () => {
    expect(pointsIn('{ scale: whole, stated: P-1, bands: [{ from: 0, pays: 2 }] }')).toEqual([
      'points.scale whole stated P-1',
      'points.bands.1.from 0 stated P-1',
      'points.bands.1.pays 2 stated P-1',
    ]);
  });

  it('reaches no further than its braces', () => {
    const faults = faultsIn(
      withPoints('{ scale: { value: whole, stated: P-1 }, bands: [{ from: 0, pays: 2 }] }'),
    );
    expect(faults.map((fault) => fault.slice(0, 5))).toEqual(['E0621', 'E0621']);
  });

  it('of a list covers the list', () => {
    const { reversed_by: reversedBy } = load(ruleFile()).plan.counting ?? {};
    expect(reversedBy).toMatchObject({ value: ['cancelled'], text: '[cancelled]', mark: { clause: 'P-1' } });
  });

  it('of an assumption keeps its reason and the alternatives as they would be written', () => {
    const text = withPoints(
      '{ value: 4, assumed: P-1, because: { zh: 缺失, en: lost }, or: [3, 2.50, [a, b]] }',
    );
    expect(valuesOf(load(text).plan).find(({ path }) => path.endsWith('points'))?.mark).toMatchObject({
      kind: 'assumed',
      because: { zh: '缺失', en: 'lost' },
      alternatives: ['3', '2.50', '[a, b]'],
    });
  });

  it('of a confirmation keeps who, when and where', () => {
    const confirmed = '{ clause: P-1, by: 王主管, on: 2025-05-06, document: 会议纪要3号 }';
    const text = withPoints(`{ value: 4, confirmed: ${confirmed} }`);
    expect(valuesOf(load(text).plan).find(({ path }) => path.endsWith('points'))?.mark).toMatchObject({
      kind: 'confirmed',
      clause: 'P-1',
      by: '王主管',
      on: '2025-05-06',
      document: '会议纪要3号',
    });
  });

  it.each<[string, string, string[]]>([
    ['that is a mapping', '{ value: 4, stated: { clause: P-1 } }', ['E0606']],
    ['without a clause', '{ value: 4, stated: "" }', ['E0607', 'E0631']],
    ['confirmed by a mere word', '{ value: 4, confirmed: P-1 }', ['E0625', 'E0625', 'E0625', 'E0625']],
    [
      'confirmed on no day',
      '{ value: 4, confirmed: { clause: P-1, by: 王, on: 5月, document: 甲 } }',
      ['E0617'],
    ],
    [
      'with a reason in a third language',
      '{ value: 4, assumed: P-1, because: { zh: 无, en: no, fr: non } }',
      ['E0601'],
    ],
    ['beside more than the value', '{ value: 4, stated: P-1, unit: 分 }', ['E0601']],
  ])('%s is refused', (_, points, codes) => {
    expect(faultsIn(withPoints(points)).map((fault) => fault.slice(0, 5))).toEqual(codes);
  });
});

describe('all that is wrong', () => {
  it('is told in one go, in the order of the lines', () => {
    const text = ruleFile()
      .replace('2025-04-01', '2025-04-31') // 30 days have April
      .replace('extract_day: 10', 'extract_day: 十')
      .replace('counts_on: { value: rent', 'counts_on: { value: charge')
      .replace('value: 4', 'value: ４')
      .replace(
        'components: {}',
        'components: { bonus: { name: 奖金, clause: P-9, column: allowances, amount: 5 } }',
      )
      .replace('carry, stated', 'carry, state');
    expect(faultsIn(text)).toEqual([
      'E0617 3:17', // no such day
      'E0609 10:16', // no number
      'E0633 21:25', // no such basis
      'E0610 22:22', // full-width
      'E0631 25:42', // no such clause
      'E0621 25:75', // no mark
      'E0621 27:40', // no mark either, for …
      'E0601 27:47', // … `state` is none
    ]);
  });
});

describe('a band scale', () => {
  const codes = (method: string, ...edges: string[]): string[] => {
    const bands = edges.map((edge) => `{ ${edge}, pays: 1, stated: P-1 }`).join(', ');
    return faultsIn(withPoints(`{ scale: { value: ${method}, stated: P-1 }, bands: [${bands}] }`)).map(
      (fault) => fault.slice(0, 5),
    );
  };

  it.each<[string, string[], string[]]>([
    // Units are numbered from 1, so a marginal scale begins with number 1, or above 0.
    ['marginal', ['from: 1', 'from: 101', 'from: 201'], []],
    ['marginal', ['above: 0', 'above: 100', 'above: 200'], []],
    ['marginal', ['from: 0', 'from: 101'], ['E0643']],
    ['marginal', ['from: 2'], ['E0643']],
    ['marginal', ['above: 1'], ['E0643']],
    // The others are entered with any quantity from 0 on.
    ['whole', ['from: 0', 'from: 90'], []],
    ['whole', ['from: 0', 'above: 90'], []],
    ['lookup', ['from: 0', 'from: 10', 'above: 10'], []], // exactly 10 has a band of its own
    ['whole', ['from: 1'], ['E0643']],
    ['lookup', ['above: 0'], ['E0643']],
    ['whole', ['from: 90', 'from: 0'], ['E0643', 'E0641']],
    ['whole', ['from: 0', 'above: 10', 'from: 10'], ['E0641']],
    ['whole', ['from: 0', 'from: 90', 'from: 90.0'], ['E0642']],
    ['marginal', ['from: 1, above: 0'], ['E0619']],
    ['marginal', ['to: 100'], ['E0601']],
    ['tiers', ['from: 0'], ['E0615']],
  ])('%s with %j: %j', (method, edges, expected) => {
    expect(codes(method, ...edges)).toEqual(expected);
  });

  it('has at least one band', () => {
    expect(codes('whole')).toEqual(['E0605']);
  });

  it('of a product is over its own units, so it names no measure', () => {
    const faults = faultsIn(
      withPoints(
        '{ scale: { value: whole, stated: P-1 }, of: counted, bands: [{ from: 0, pays: 1, stated: P-1 }] }',
      ),
    );
    expect(faults.map((fault) => fault.slice(0, 5))).toEqual(['E0601']);
  });

  it('of a component names the measure that it is over', () => {
    const component = (of: string): string =>
      ruleFile({
        components: `{ bonus: { name: 奖金, clause: P-1, column: allowances, amount: { scale: { value: lookup, stated: P-1 }, ${of} bands: [{ from: 0, pays: 1, stated: P-1 }] } } }`,
      });
    expect(faultsIn(component('of: counted,'))).toEqual([]);
    expect(faultsIn(component('')).map((fault) => fault.slice(0, 5))).toEqual(['E0602']);
  });
});
