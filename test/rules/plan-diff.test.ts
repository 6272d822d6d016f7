/** What two rule files say differently: by value, and not by text. */
import { describe, expect, it } from 'vitest';
import { type Difference, diffPlans } from '../../src/rules/plan-diff.js';
import { completed } from './complete-plan.js';
import { load, SHIPPED } from './rule-files.js';

const sideText = (side: Difference['before']): string => side?.text ?? '-';

/** `changed products.MAIL.points: 4 → 5 [product_commission …] P-11` */
const shown = (one: Difference): string => {
  const at = one.after?.path ?? one.before?.path ?? '';
  const touched = one.touches.components.map(({ component, products }) =>
    [component, ...(products ?? [])].join(' '),
  );
  const what =
    one.kind === 'mark'
      ? `${one.before?.mark?.kind} → ${one.after?.mark?.kind} ×${one.values}`
      : `${sideText(one.before)} → ${sideText(one.after)}`;
  return `${one.kind} ${at}: ${what} [${touched.join(', ')}] ${one.clause ?? ''}${one.from ? ` from ${one.from}` : ''}`;
};

const diffOf = (before: string, after: string) => diffPlans(load(before), load(after));
const differences = (before: string, after: string): string[] => diffOf(before, after).differences.map(shown);

/** The shipped file with parts of its text replaced. */
function shipped(...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`not there: ${from}`);
      return text.replace(from, to);
    },
    SHIPPED.slice(0, SHIPPED.indexOf('\nexamples:')),
  );
}

const POINTS = 'product_commission MAIL, forced_activation, prior_period MAIL, clawback MAIL';

describe('of the shipped file', () => {
  const MAIL = 'counts_on: { value: rent, stated: P-11 }\n    points: { value: 4, stated: P-11 }';
  const SECRETARY = '- { from: 101,                            pays: 2,   stated: P-4 }';
  it.each<[string, [string, string][], string[]]>([
    ['nothing', [], []],
    [
      'a number written otherwise',
      [
        ['points: { value: 2.5, stated: P-10 }', 'points: { value: 2.50, stated: P-10 }'],
        ['cap: { value: 20%,', 'cap: { value: 0.2,'],
      ],
      [],
    ],
    [
      'words in another order',
      [['value: [disciplinary, loss, performance]', 'value: [loss, performance, disciplinary]']],
      [],
    ],
    ['points', [[MAIL, MAIL.replace('4,', '5,')]], [`changed products.MAIL.points: 4 → 5 [${POINTS}] P-11`]],
    [
      'a band put between',
      [[SECRETARY, `- { from: 51, pays: 1.8, stated: P-4 }\n        ${SECRETARY}`]],
      ['added products.SECRETARY.points.bands.2: { from: 51, pays: 1.8 } → ...'],
    ],
    [
      'an edge',
      [['from: { value: 90, stated: P-6 }', 'from: { value: 100, stated: P-6 }']],
      ['changed products.INFO_4.points.bands.2.from: from: 90 → from: 100'],
    ],
    [
      'a mark',
      [
        [
          'points: { value: 1, assumed: P-5, or: [0.5, 1.5],\n      because: { zh: 积分缺失，取4元月租的一半, en: the points are lost; half of the 4-yuan rate is assumed } }',
          'points: { value: 1, confirmed: { clause: P-5, by: 王主管, on: 2025-05-06, document: 会议纪要3号 } }',
        ],
      ],
      ['mark products.INFO_2.points: assumed → confirmed ×1 [] P-5'],
    ],
    [
      'a fine',
      [['charge: { amount: 1000, stated: C-4 }', 'charge: { amount: 500, stated: C-4 }']],
      ['changed components.complaint.fine.charge.amount: 1000 → 500 [complaint] C-4'],
    ],
    [
      'a condition',
      [
        [
          '- { measure: unreached_in_a_row, less_than: 2, stated: P-25 }',
          '- { measure: unreached_in_a_row, less_than: 3, stated: P-25 }',
        ],
      ],
      ['changed components.phone_subsidy.gate.3.less_than: 2 → 3 [phone_subsidy] P-25'],
    ],
    [
      'a condition that is gone',
      [['      - { measure: unreached_in_a_row, less_than: 2, stated: P-25 }\n', '']],
      [
        'removed components.phone_subsidy.gate.3: { measure: unreached_in_a_row, less_than: 2 } → - [phone_subsidy] P-25',
      ],
    ],
  ])('%s', (_name, changes, expected) => {
    const found = differences(shipped(), shipped(...changes));
    expect(found.length).toBe(expected.length);
    for (const [index, text] of expected.entries()) {
      const [start = ''] = text.split(' → ...');
      expect(found[index]?.replace(/^(added \S+): - → (.*) \[/, '$1: $2 [')).toContain(start);
    }
  });
});

const BASE = `measures:
  sales: { name: sales, when_absent: zero, stated: S-1 }
  net_sales: { name: net sales, formula: sales * 0.9, stated: S-1 }
components:
  commission: { name: commission, clause: S-1, column: product_commission, amount: { scale: whole, of: net_sales, bands: [{ up_to: 100, pays: 5% }, { up_to: 200, pays: 6% }, { pays: 8% }] }, stated: S-1 }
  bonus: { name: bonus, clause: S-1, column: allowances, amount: 100, gate: [{ measure: sales, at_least: 10 }], stated: S-1 }
`;
const plan = (...changes: readonly (readonly [string, string])[]): string =>
  completed(changes.reduce((text, [from, to]) => text.replaceAll(from, to), BASE));

describe('of a small plan', () => {
  it.each<[string, [string, string][], string[]]>([
    [
      'edges said by the other side',
      [
        [
          '{ up_to: 100, pays: 5% }, { up_to: 200, pays: 6% }, { pays: 8% }',
          '{ up_to: 100, pays: 0.05 }, { above: 100, up_to: 200, pays: 6.0% }, { above: 200, pays: 8% }',
        ],
      ],
      [],
    ],
    ['blanks in a formula', [['sales * 0.9', '"sales*0.9"']], []],
    [
      'a formula',
      [['sales * 0.9', 'sales * 0.8']],
      ['changed measures.net_sales.formula: sales * 0.9 → sales * 0.8 [commission] S-1'],
    ],
    [
      'a band in the middle',
      [['{ up_to: 200,', '{ up_to: 150, pays: 5.5% }, { up_to: 200,']],
      [
        'added components.commission.amount.bands.3: - → { above: 150, pays: 6% } [commission] S-1',
        'changed components.commission.amount.bands.2.pays: 6% → 5.5% [commission] S-1',
      ],
    ],
    [
      'another form',
      [['amount: 100,', 'amount: { rate: 1%, of: sales },']],
      ['changed components.bonus.amount: 100 → { rate: 1%, of: sales } [bonus] S-1'],
    ],
    [
      'a cap that is new',
      [['amount: 100,', 'amount: 100, cap: 50,']],
      ['added components.bonus.cap: - → 50 [bonus] S-1'],
    ],
    [
      'a component that is gone',
      [[/ {2}bonus.*\n/.exec(BASE)?.[0] ?? '', '']],
      [
        'removed components.bonus: { name: bonus, clause: S-1, column: allowances, amount: 100, gate: [{ measure: sales, at_least: 10 }] } → - [bonus] S-1',
      ],
    ],
    [
      'measures renamed',
      [
        ['net_sales', 'turnover'],
        ['sales', 'revenue'],
        ['name: net revenue', 'name: net sales'],
      ],
      [
        'renamed measures.revenue: sales → revenue [commission, bonus] ',
        'renamed measures.turnover: net_sales → turnover [commission] ',
      ],
    ],
    [
      'a value from a date on',
      [['amount: 100,', 'amount: { value: 100, since: { 2025-07-01: 120 } },']],
      ['changed components.bonus.amount.since.2025-07-01: 100 → 120 [bonus] S-1 from 2025-07-01'],
    ],
  ])('%s', (_name, changes, expected) => {
    expect(differences(plan(), plan(...changes)).toSorted()).toEqual(expected.toSorted());
  });

  it('another order of components is no difference, and is told', () => {
    const [measures = '', components = ''] = BASE.split('components:\n');
    const [commission = '', bonus = ''] = components.split('\n');
    const other = completed(`${measures}components:\n${bonus}\n${commission}\n`);
    expect(diffOf(plan(), other)).toMatchObject({ differences: [], reordered: ['components'] });
  });

  it('one mark over many values is one difference', () => {
    const before = completed(`stated: S-1\n${BASE.replaceAll(', stated: S-1', '')}`);
    const after = completed(`assumed: S-1\nbecause: it is lost\n${BASE.replaceAll(', stated: S-1', '')}`);
    const marks = diffOf(before, after).differences.filter(({ kind }) => kind === 'mark');
    expect(marks).toHaveLength(1);
    expect(marks[0]?.values).toBeGreaterThan(5);
  });
});
