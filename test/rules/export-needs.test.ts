/** Which exports a month needs follows from what its rule file says. */
import { describe, expect, it } from 'vitest';
import { FAMILY_NAMES } from '../../src/input/family.js';
import { needsOf } from '../../src/rules/export-needs.js';
import { faultsIn, load, ruleFile, SHIPPED } from './rule-files.js';

/** The smallest sound rule file, its products and what belongs to them left out. */
const without = { counting: '', products: '', incidents: '', tests: '', checks: '', document: '' };

/** A rule file without any section that can be left out, but for these. */
function plan(sections: Readonly<Record<string, string>> = {}): string {
  const text = ruleFile({ ...without, ...sections });
  return Object.keys(without)
    .filter((key) => !(key in sections))
    .reduce((left, key) => left.replace(`${key}: \n`, ''), text);
}

const needs = (text: string): string[] => [...needsOf(load(text)).files].toSorted();

const fine = (of: string): string =>
  `{ fine: { name: fine, clause: P-1, class: loss, fine: { ${of} }, stated: P-1 } }`;
const bonus = (gate: string): string =>
  `{ bonus: { name: bonus, clause: P-1, column: allowances, amount: 1, gate: [{ measure: ${gate}, at_least: 1 }], stated: P-1 } }`;
const measured = (formula: string): string =>
  `{ own: { name: own, formula: { value: "${formula}", stated: P-1 } } }`;
const conduct = (word: string): string =>
  `{ clause: P-1, places: 1, sections: { conduct: { name: conduct, clause: P-1, out_of: 9, less: { ${word}: 1 }, floor: 0 } }, stated: P-1 }`;

const CASES: [string, Readonly<Record<string, string>>, string[]][] = [
  ['no section at all', {}, []],
  ['points off for incidents', { score: conduct('complaint') }, ['incidents']],
  ['points off for each of a measure', { score: conduct('late_days') }, ['attendance']],
  [
    'products',
    {
      counting:
        '{ extract_day: 10, forced_by: forced_activation, reversed_by: [cancelled], reversal_takes: all_points, rows_before_signup: ignore, bases: { rent: { sum_of: [rent], above: 0 } }, late_evidence: pay, stated: P-1 }',
      products: '{ MAIL: { name: mail, clause: P-1, counts_on: rent, points: 4, stated: P-1 } }',
    },
    ['billing', 'incidents', 'signups'],
  ],
  ['an empty table of products', { products: '{}' }, []],
  ['a clawback window', { clawback: '{ window_months: 3, stated: P-1 }' }, ['billing']],
  ['no clawback window', { clawback: '{ window_months: 0, stated: P-1 }' }, []],
  [
    'the check of absence',
    { checks: '{ absence: { clause: P-1, unapproved_leave_from_minutes: 60, stated: P-1 } }' },
    ['attendance'],
  ],
  [
    'the funnel',
    { checks: '{ funnel: { clause: P-1, over_seconds: 300, stated: P-1 } }' },
    ['activity', 'calls', 'visits'],
  ],
  [
    'the do-not-disturb list',
    { checks: '{ do_not_disturb: { clause: P-1, from_day_after_listing: 1, stated: P-1 } }' },
    ['activity', 'calls', 'do_not_disturb'],
  ],
  [
    'a fine for being late',
    { components: fine('attendance: late, charge: { per_occurrence: 5 }') },
    ['attendance'],
  ],
  [
    'a fine for complaints',
    { components: fine('incident: complaint, charge: { amount: 5 }, once_per: incident') },
    ['incidents'],
  ],
  ['a gate of the target', { components: bonus('team_target') }, ['targets']],
  ['a gate of the days at work', { components: bonus('days_employed') }, []],
  ['a formula over late days', { measures: measured('late_days * 5') }, ['attendance']],
  ['counted appointments', { measures: '{ own: { name: own, count: bookings, stated: P-1 } }' }, ['visits']],
  ['a formula over contacts', { measures: measured('unreached_in_a_row + 1') }, ['contacts']],
  [
    'a count of calls',
    { measures: '{ own: { name: own, count: calls, stated: P-1 } }' },
    ['activity', 'calls'],
  ],
  [
    'a sum of test results',
    { measures: '{ own: { name: own, sum: tests.result, stated: P-1 } }' },
    ['tests'],
  ],
  [
    'a measure of measures.csv',
    { measures: '{ own: { name: own, when_absent: zero, stated: P-1 } }' },
    ['measures'],
  ],
];

describe('beside agents.csv,', () => {
  it.each(CASES)('%s', (_, sections, files) => {
    expect(needs(plan(sections))).toEqual(['agents', ...files].toSorted());
  });
});

it('the shipped rule file has a use for every export but measures.csv', () => {
  expect(needs(SHIPPED)).toEqual(FAMILY_NAMES.filter((name) => name !== 'measures').toSorted());
  expect(needsOf(load(SHIPPED)).subsidy_phone).toBe(true);
});

it('the phone numbers are asked for where a rule names them', () => {
  expect(needsOf(load(plan())).subsidy_phone).toBe(false);
  expect(needsOf(load(plan({ components: bonus('subsidy_phone') }))).subsidy_phone).toBe(true);
});

describe('a section that is left out', () => {
  it('is an empty one', () => {
    const { products, incidents, tests, checks, counting, document } = load(plan()).plan;
    expect({ ...products, ...incidents, ...tests, ...checks }).toEqual({});
    expect(products.constructor).toBeUndefined();
    expect([counting, document]).toEqual([undefined, undefined]);
  });

  it('declares nothing that could be named', () => {
    const mail = '{ mail: { name: mail, count: signups, where: { product: [MAIL] }, stated: P-1 } }';
    expect(faultsIn(plan({ measures: mail }))).toEqual([expect.stringMatching(/^E0632 /)]);
  });
});

describe('a clause', () => {
  const clauses = '{ P-1: Eight percent of the sales., P-2: { about: bonus, fragment: none } }';
  it('may be its words alone', () => {
    expect(load(plan({ clauses })).plan.clauses).toEqual({
      'P-1': {
        about: { zh: 'Eight percent of the sales.', en: 'Eight percent of the sales.' },
        fragment: 'Eight percent of the sales.',
      },
      'P-2': { about: { zh: 'bonus', en: 'bonus' }, fragment: 'none' },
    });
  });
});
