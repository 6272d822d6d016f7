/** The ways to write the bands of a scale: by where they begin, where they end, or both, come to the same. */
import { describe, expect, it } from 'vitest';
import { completed, failuresOf as failures } from './complete-plan.js';
import { load } from './rule-files.js';

/** What does not come out of a plan that pays by this scale over the sales. */
const failuresOf = (scale: string, paid: Readonly<Record<string, string>>): string[] =>
  failures(
    load(
      completed(`measures: { sales: { name: sales, when_absent: zero, stated: S-1 } }
components:
  c: { name: c, clause: S-1, column: allowances, amount: { ${scale}, of: sales, stated: S-1 } }
examples:
${Object.entries(paid)
  .map(([sales, pays], index) => `  e${index}: { given: { sales: ${sales} }, pays: { c: ${pays} } }`)
  .join('\n')}
`),
    ),
  );

describe('bands of amounts in a marginal scale', () => {
  // 100 × 5%; 5 + 100 × 8%; 13 + 50 × 10%
  const PAID = { '0': '0', '100': '5', '100.50': '5.04', '200': '13', '250': '18' };
  const WRITTEN = [
    '{ above: 0, pays: 5% }, { above: 100, pays: 8% }, { above: 200, pays: 10% }',
    '{ up_to: 100, pays: 5% }, { up_to: 200, pays: 8% }, { pays: 10% }',
    '{ above: 0, up_to: 100, pays: 5% }, { above: 100, up_to: 200, pays: 8% }, { above: 200, pays: 10% }',
    '{ up_to: 100, pays: 5% }, { up_to: 200, pays: 8% }, { above: 200, pays: 10% }',
    '{ up_to: 100, pays: 5% }, { above: 100, pays: 8% }, { above: 200, pays: 10% }',
    '{ above: 0, pays: 5% }, { above: 100, up_to: 200, pays: 8% }, { pays: 10% }',
    '{ above: 0, up_to: 100.0, pays: 5% }, { above: 100, pays: 8% }, { above: 200, pays: 10% }',
  ];
  it.each(WRITTEN)('%s', (bands) => {
    expect(failuresOf(`scale: marginal, bands: [${bands}]`, PAID)).toEqual([]);
  });
});

describe('bands of a lookup', () => {
  const PAID = { '-1': '0', '0': '10', '99': '10', '100': '20', '200': '30' };
  const WRITTEN = [
    '{ from: 0, pays: 10 }, { from: 100, pays: 20 }, { from: 200, pays: 30 }',
    '{ from: 0, below: 100, pays: 10 }, { from: 100, below: 200, pays: 20 }, { from: 200, pays: 30 }',
    '{ from: 0, below: 100, pays: 10 }, { below: 200, pays: 20 }, { pays: 30 }',
  ];
  it.each(WRITTEN)('%s', (bands) => {
    expect(failuresOf(`scale: lookup, bands: [${bands}]`, PAID)).toEqual([]);
  });

  it('a border that leaves the number itself out of the next band', () => {
    const bands = '{ from: 0, up_to: 100, pays: 10 }, { above: 100, pays: 20 }';
    expect(failuresOf(`scale: lookup, bands: [${bands}]`, { '100': '10', '100.01': '20' })).toEqual([]);
  });
});

describe('units that are counted', () => {
  it('keep `from`, also where the ends are said', () => {
    const bands = '{ from: 1, up_to: 100, pays: 1 }, { pays: 2 }';
    expect(failuresOf(`scale: marginal, bands: [${bands}]`, { '100': '100', '101': '102' })).toEqual([]);
  });
});

describe('plus', () => {
  const TAX =
    '{ up_to: 3000, pays: 3% }, { up_to: 12000, pays: 10%, plus: -210 }, { pays: 20%, plus: -1410 }';
  it('may be negative', () => {
    // 3000 × 3%; 12000 × 10% − 210; 20000 × 20% − 1410
    const paid = { '0': '0', '3000': '90', '12000': '990', '20000': '2590' };
    expect(failuresOf(`scale: whole, bands: [${TAX}]`, paid)).toEqual([]);
  });

  const AT_ZERO: [string, string, string][] = [
    ['marginal', '{ up_to: 10, pays: 1, plus: 5 }, { pays: 2 }', '0'],
    ['whole', '{ up_to: 10, pays: 1, plus: 5 }, { pays: 2 }', '5'],
    ['lookup', '{ from: 0, pays: 1, plus: 5 }, { from: 10, pays: 2 }', '6'],
    ['cumulative', '{ from: 0, pays: 1, plus: 5 }, { from: 10, pays: 2, plus: 7 }', '6'],
  ];
  it.each(AT_ZERO)('of a %s scale at zero', (scale, bands, pays) => {
    expect(failuresOf(`scale: ${scale}, bands: [${bands}]`, { '0': pays })).toEqual([]);
  });
});
