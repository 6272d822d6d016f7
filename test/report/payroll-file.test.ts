/** The files of payroll systems and banks: what stands in them, to the byte, and what keeps one from being made. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { YUAN } from '../../src/base/currency.js';
import { decimal, formatMoney, sum, ZERO } from '../../src/base/exact.js';
import {
  DECIMAL_MARKS,
  LINE_ENDS,
  type MoneyFormat,
  type PayrollTemplate,
  SEPARATORS,
  TEMPLATE_ENCODINGS,
  TEMPLATE_ROWS,
  THOUSANDS,
} from '../../src/base/payroll-template.js';
import { type LineState, type MonthState, type PersonState, stateOf } from '../../src/calc/closing.js';
import { defuse } from '../../src/report/csv.js';
import { payrollFile, type PayrollFile } from '../../src/report/payroll-file.js';
import { amountText } from '../../src/report/payroll-format.js';
import { shippedTemplates } from '../../src/report/shipped-templates.js';
import { APRIL, calculate, day, handbook } from '../calc/department.js';
import { anyMonth } from '../calc/random-month.js';
import { amountIn, readBack, template } from './payroll-templates.js';

const EMPTY = stateOf(calculate({}, handbook));

const person = (agent_id: string, parts: Partial<PersonState> = {}): PersonState => ({
  agent_id,
  name: `名${agent_id}`,
  team: '一班',
  role: 'agent',
  hired_on: day('2024-01-15'),
  absent: false,
  other: {},
  ...parts,
});

const payslip = (agent_id: string, parts: Readonly<Record<string, string>>) => {
  const column = (name: string) => decimal(parts[name] ?? '0');
  return {
    agent_id,
    base_commission: column('base_commission'),
    product_commission: column('product_commission'),
    prior_period: ZERO,
    allowances: ZERO,
    clawbacks: ZERO,
    penalties: column('penalties'),
    debt_in: column('debt_in'),
    net: column('net'),
    paid: column('paid'),
    debt_out: column('debt_out'),
  };
};

const line = (agent_id: string, component: string, amount: string, clause: string): LineState => ({
  agent_id,
  line_id: component,
  component,
  name: { en: component, zh: `项${component}` },
  clause,
  column: 'base_commission',
  amount: decimal(amount),
  basis: 'stated',
});

/** A1 is paid 1234.50 after 15.50 of debt; A2 owes 20.00 more than he earned; A3 has nothing at all. */
const MONTH: MonthState = {
  ...EMPTY,
  month: APRIL,
  people: [
    person('A1', { name: '王小兰', other: { 银行账号: '0062170001', 备注: '' } }),
    person('A2', { name: '赵敏', other: { 银行账号: '', 备注: '=1+1' } }),
    person('A3', { other: { 银行账号: '', 备注: '' } }),
  ],
  payslips: [
    payslip('A1', { base_commission: '1250', debt_in: '15.5', net: '1234.5', paid: '1234.5' }),
    payslip('A2', { base_commission: '10', penalties: '30', net: '-20', paid: '0', debt_out: '20' }),
    payslip('A3', {}),
  ],
  lines: [
    line('A1', 'bonus', '1250', 'P-2'),
    line('A2', 'bonus', '10', 'P-2'),
    line('A2', 'fine', '-30', 'S-1'),
  ],
};

const figures = (state: MonthState = MONTH, known: readonly PersonState[] = []) => ({
  state,
  currency: YUAN,
  rulesVersionOf: () => '2025.04',
  lastKnown: (id: string) => known.find((one) => one.agent_id === id),
});

function made(form: PayrollTemplate, state = MONTH, known: readonly PersonState[] = []): PayrollFile {
  const file = payrollFile({ name: 'bank', template: form }, figures(state, known), 'zh');
  if ('problems' in file) throw new Error(file.problems.map((one) => one.explain('en').message).join('\n'));
  return file;
}

const textOf = (form: PayrollTemplate, state = MONTH): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(made(form, state).bytes);

/** What keeps the file from being made, as `code message`. */
function refusalOf(form: PayrollTemplate, state = MONTH, known: readonly PersonState[] = []): string[] {
  const file = payrollFile({ name: 'bank', template: form }, figures(state, known), 'en');
  return 'problems' in file ? file.problems.map((one) => `${one.code} ${one.explain('en').message}`) : [];
}

describe('a file with a line per person', () => {
  it('has its columns in their order, with fields by either name, columns of agents.csv and constants', () => {
    const form = template([
      { header: '户名', field: '姓名', optional: false },
      { header: '账号', field: '银行账号', optional: true },
      'paid',
      { header: '用途', constant: '4月工资' },
      'month',
      'rules_version',
    ]);
    expect(textOf(form).split('\r\n')).toEqual([
      '\uFEFF户名,账号,paid,用途,month,rules_version',
      '王小兰,0062170001,1234.50,4月工资,2025-04,2025.04',
      '赵敏,,0.00,4月工资,2025-04,2025.04',
      '名A3,,0.00,4月工资,2025-04,2025.04',
      '',
    ]);
  });

  it('counts those who are paid, adds up what they are paid, and can leave out who is not', () => {
    const all = made(template(['agent_id', 'paid']));
    expect([all.lines, all.payments, formatMoney(all.control_total), all.left_out]).toEqual([
      3,
      1,
      '1234.50',
      [],
    ]);
    const some = made(template(['agent_id', 'paid'], { zero_payments: 'leave_out' }));
    expect([some.lines, some.payments, formatMoney(some.control_total)]).toEqual([1, 1, '1234.50']);
    expect(some.left_out.map((one) => one.person.agent_id)).toEqual(['A2', 'A3']);
  });
});

describe('a file with a line per pay item', () => {
  const form = template(['agent_id', 'item', 'item_name', 'clause', 'amount'], { rows: 'items' });

  it('lets the lines of each add up to what he is paid, by items for the debts', () => {
    // A1: 1250.00 - 15.50 = 1234.50. A2: 10.00 - 30.00 + 20.00 = 0.
    expect(textOf(form).split('\r\n').slice(1, -1)).toEqual([
      'A1,bonus,项bonus,P-2,1250.00',
      'A1,debt_in,上期结转欠款,,-15.50',
      'A2,bonus,项bonus,P-2,10.00',
      'A2,fine,项fine,S-1,-30.00',
      'A2,debt_out,结转下期欠款,,20.00',
    ]);
    const file = made(form);
    expect([file.lines, file.payments, formatMoney(file.control_total)]).toEqual([5, 1, '1234.50']);
    // Nobody disappears unsaid: A3 has no item.
    expect(file.left_out.map((one) => one.person.agent_id)).toEqual(['A3']);
  });

  it('can leave out who is paid nothing, and items of nothing', () => {
    const state = { ...MONTH, lines: [...MONTH.lines, line('A1', 'nil', '0', 'P-1')] };
    expect(made(form, state).lines).toBe(6);
    expect(made({ ...form, zero_payments: 'leave_out' }, state).lines).toBe(2);
  });
});

describe('an amount', () => {
  const yuan = (
    decimals: number,
    decimal_mark: keyof typeof DECIMAL_MARKS = 'point',
    thousands: keyof typeof THOUSANDS = 'none',
  ): MoneyFormat => ({ unit: 'yuan', decimals, decimal_mark, thousands });

  it.each<[string, MoneyFormat, string | undefined]>([
    ['1234567.5', yuan(2), '1234567.50'],
    ['1234567.5', yuan(2, 'point', 'comma'), '1,234,567.50'],
    ['1234567.5', yuan(1, 'comma', 'point'), '1.234.567,5'],
    ['-1234.5', yuan(2, 'comma', 'space'), '-1 234,50'],
    ['123456', yuan(0, 'point', 'apostrophe'), "123'456"],
    ['-123', yuan(0, 'point', 'comma'), '-123'],
    ['0', yuan(2), '0.00'],
    ['1234.56', { unit: 'fen' }, '123456'],
    ['-0.05', { unit: 'fen' }, '-5'],
    // Never rounded: what has no place is no amount.
    ['0.5', yuan(0), undefined],
    ['0.05', yuan(1), undefined],
    ['0.005', yuan(2), undefined],
    ['0.005', { unit: 'fen' }, undefined],
  ])('%s as %j', (value, format, expected) => {
    expect(amountText(decimal(value), format)).toBe(expected);
  });

  it.each([
    ['1234', 'KRW', 0, '1234'],
    ['1234.56', 'USD', 2, '123456'],
    ['1.234', 'KWD', 3, '1234'],
  ])('%s %s in whole smallest units, of %i decimals, is %s', (value, code, places, expected) => {
    expect(amountText(decimal(value), { unit: 'fen' }, { code, places })).toBe(expected);
  });

  it('that loses digits keeps the whole file from being made, and names everybody', () => {
    const form = template(['agent_id', 'base_commission', 'debt_in', 'paid'], {
      money: yuan(0),
    });
    expect(refusalOf(form)).toEqual([
      'E0835 A1: 15.5 in the column "debt_in" can\'t be written with 0 decimals',
      'E0835 A1: 1234.5 in the column "paid" can\'t be written with 0 decimals',
    ]);
  });
});

describe('the bytes', () => {
  const columns = ['name', 'paid'];
  const first = (form: PayrollTemplate): number[] => [...made(form).bytes.slice(0, 5)];

  it.each([
    ['utf-8-bom', [0xef, 0xbb, 0xbf, 0xe7, 0x8e]],
    ['utf-8', [0xe7, 0x8e, 0x8b, 0xe5, 0xb0]],
    // 王小 in GB 18030.
    ['gb18030', [0xcd, 0xf5, 0xd0, 0xa1, 0xc0]],
  ] as const)('in %s', (encoding, expected) => {
    expect(first(template(columns, { encoding, header: false }))).toEqual(expected);
  });

  it('have the separators and line ends of the template, and quotes where a cell holds one of these', () => {
    const state = {
      ...MONTH,
      people: [person('A1', { name: 'a;b', team: 'say "hi"' }), person('A2', { name: 'a\nb' }), person('A3')],
    };
    const form = template(['name', 'team', 'paid'], {
      separator: 'semicolon',
      line_ends: 'lf',
      header: false,
    });
    expect(textOf(form, state)).toBe('\uFEFF"a;b";"say ""hi""";1234.50\n"a\nb";一班;0.00\n名A3;一班;0.00\n');
    const comma: MoneyFormat = { unit: 'yuan', decimals: 2, decimal_mark: 'comma', thousands: 'none' };
    expect(textOf(template(['paid'], { money: comma }))).toContain('"1234,50"');
  });

  it('let no text be run by a spreadsheet, and leave account numbers alone', () => {
    const cells = readBack(
      made(template(['paid', { header: 'n', field: '备注', optional: true }])).bytes,
      template(['paid', 'n']),
    );
    expect(cells.map((row) => row['n'])).toEqual(['', "'=1+1", '']);
    expect(textOf(template(['paid', { header: 'n', field: '银行账号', optional: true }]))).toContain(
      '1234.50,0062170001\r\n',
    );
  });

  it("are refused for a text that the encoding can't give back", () => {
    // A private character of GB 18030's older mapping.
    const state = { ...MONTH, people: [person('A1', { name: '\ue5e5' }), person('A2'), person('A3')] };
    expect(refusalOf(template(['name', 'paid'], { encoding: 'gb18030' }), state)).toEqual([
      'E0836 A1: "\ue5e5" in the column "name" does not survive the encoding gb18030',
    ]);
    expect(refusalOf(template(['name', 'paid'], { encoding: 'utf-8' }), state)).toEqual([]);
  });
});

describe('what keeps a file from being made', () => {
  it('somebody who is paid and lacks a value: each by name; who is paid nothing needs none', () => {
    const state = {
      ...MONTH,
      people: [
        person('A1', { other: { 银行账号: '' } }),
        person('A2'),
        person('A3', { other: { 银行账号: '1' } }),
      ],
      payslips: [
        payslip('A1', { net: '1', paid: '1' }),
        payslip('A2', { net: '2.5', paid: '2.5' }),
        payslip('A3', {}),
      ],
    };
    const form = template(['agent_id', '银行账号', 'paid']);
    const expected = [
      'E0834 A1 is paid 1.00 and has nothing for the column "银行账号" (银行账号)',
      'E0834 A2 is paid 2.50 and has nothing for the column "银行账号" (银行账号)',
    ];
    expect(refusalOf(form, state)).toEqual(expected);
    expect(refusalOf({ ...form, zero_payments: 'leave_out' }, state)).toEqual(expected);
    // With lines of items each is named once.
    const items = template(['agent_id', '银行账号', 'amount'], { rows: 'items' });
    const lines = ['A1', 'A1', 'A2'].map((id) => line(id, 'bonus', '1', 'P-2'));
    expect(refusalOf(items, { ...state, lines })).toEqual(expected);
    const optional = { header: '账号', field: '银行账号', optional: true };
    expect(refusalOf(template(['agent_id', optional, 'paid']), state)).toEqual([]);
  });

  it('an unknown field, with those that are near', () => {
    const form = template(['agent_id', 'piad', '银行帐号', 'item', 'paid']);
    const file = payrollFile({ name: 'bank', template: form }, figures(), 'en');
    const problems = 'problems' in file ? file.problems : [];
    expect(problems.map((one) => [one.code, one.value])).toEqual([
      ['E0832', 'piad'],
      ['E0832', '银行帐号'],
      // A field of items in a file of people.
      ['E0832', 'item'],
    ]);
    expect(problems[0]?.explain('en').hint).toContain('perhaps "paid"');
    expect(problems[1]?.explain('zh').hint).toContain('可能应为“银行账号”');
    expect(problems[1]?.explain('zh').expected).toContain('agent_id、name、team');
  });

  it('no column with the amount', () => {
    expect(refusalOf(template(['agent_id', 'net']))).toEqual([
      'E0833 the template bank has no column with the amount, so that nobody would be paid by its file',
    ]);
    expect(refusalOf(template(['agent_id', 'paid'], { rows: 'items' }))).toHaveLength(1);
  });
});

describe("somebody absent from the month's agents.csv", () => {
  it('has the columns that an earlier closed month last knew', () => {
    const state = {
      ...MONTH,
      people: [person('A1', { absent: true, name: '旧名', other: {} }), ...MONTH.people.slice(1)],
    };
    const known = [person('A1', { name: '王小兰', other: { 银行账号: '0062170001' } })];
    const form = template(['name', '银行账号', 'paid']);
    expect(readBack(made(form, state, known).bytes, form)[0]).toEqual({
      name: '王小兰',
      银行账号: '0062170001',
      paid: '1234.50',
    });
    expect(refusalOf(form, state)[0]).toMatch(/^E0834 A1 /);
  });
});

const anyMoney: fc.Arbitrary<MoneyFormat> = fc.oneof(
  fc.constant<MoneyFormat>({ unit: 'fen' }),
  fc
    .record({
      unit: fc.constant('yuan' as const),
      decimals: fc.constant(2),
      decimal_mark: fc.constantFrom(...(Object.keys(DECIMAL_MARKS) as (keyof typeof DECIMAL_MARKS)[])),
      thousands: fc.constantFrom(...(Object.keys(THOUSANDS) as (keyof typeof THOUSANDS)[])),
    })
    .filter(({ decimal_mark, thousands }) => thousands !== decimal_mark),
);

const anyForm = fc.record({
  rows: fc.constantFrom(...TEMPLATE_ROWS),
  money: anyMoney,
  encoding: fc.constantFrom(...TEMPLATE_ENCODINGS),
  separator: fc.constantFrom(...(Object.keys(SEPARATORS) as (keyof typeof SEPARATORS)[])),
  header: fc.boolean(),
  line_ends: fc.constantFrom(...(Object.keys(LINE_ENDS) as (keyof typeof LINE_ENDS)[])),
  zero_payments: fc.constantFrom('keep', 'leave_out'),
});

/** Names as people and spreadsheets write them, and some that no one would. */
const anyName = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
  .filter((name) => !/\p{Co}/u.test(name));

const DEBTS = new Map([
  ['A2', decimal('3.33')],
  ['A10', decimal('1000')],
]);

describe('of random departments and formats', () => {
  it('the control total is the sum that the file itself shows, and each person gets what he is paid', () => {
    fc.assert(
      fc.property(
        anyMonth,
        anyForm,
        fc.array(anyName, { minLength: 4, maxLength: 4 }),
        (parts, form, names) => {
          const agents = (parts.agents ?? []).map((one, index) => ({ ...one, name: names[index] ?? '' }));
          const state = stateOf(calculate({ ...parts, agents }, handbook, DEBTS));
          const amount = form.rows === 'agents' ? 'paid' : 'amount';
          const shape = template(['agent_id', 'name', amount], form);
          const file = made(shape, state);
          const cells = readBack(file.bytes, shape);
          const amounts = cells.map((row) => ({ ...row, yuan: amountIn(row[amount] ?? '', form.money) }));
          expect(cells).toHaveLength(file.lines);
          expect(formatMoney(sum(amounts.map((one) => one.yuan)))).toBe(formatMoney(file.control_total));
          expect(formatMoney(file.control_total)).toBe(
            formatMoney(sum(state.payslips.map((one) => one.paid))),
          );
          for (const { agent_id, paid } of state.payslips) {
            const own = amounts.filter((row) => 'agent_id' in row && row.agent_id === agent_id);
            expect(formatMoney(sum(own.map((one) => one.yuan)))).toBe(formatMoney(paid));
            const called = agents.find((one) => one.agent_id === agent_id)?.name ?? '';
            for (const row of own) expect('name' in row && row.name).toBe(defuse(called));
          }
          const shown = new Set(cells.map((row) => row['agent_id']));
          expect(file.left_out.map((one) => one.person.agent_id)).toEqual(
            state.payslips.map((one) => one.agent_id).filter((id) => !shown.has(id)),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('the shipped templates suit every month, in both languages', () => {
    fc.assert(
      fc.property(anyMonth, fc.constantFrom('en', 'zh'), (parts, language) => {
        const state = stateOf(calculate(parts, handbook, DEBTS));
        for (const [name, shipped] of shippedTemplates(language)) {
          expect(payrollFile({ name, template: shipped }, figures(state), language)).toHaveProperty('bytes');
        }
      }),
      { numRuns: 40 },
    );
  });
});
