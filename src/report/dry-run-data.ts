/** A dry run as data and as CSV: everybody's difference, and its parts by rule. */
import type { Currency } from '../base/currency.js';
import { type Exact, formatMoney, round, roundMoney } from '../base/exact.js';
import type { Language, Localized } from '../base/localized.js';
import { type Difference, type PersonDifference, spreadOf } from '../calc/dry-run/comparison.js';
import { type Settlement, type Settlements, settledTogether } from '../calc/dry-run/settlement.js';
import { peopleTried, totalTried, type TriedFile, type TriedMonth } from '../calc/dry-run/tried.js';
import { type Column, fixed, money, type Table, toCsv } from './csv.js';
import { PAYROLL_NAMES } from './payroll-names.js';
import { clausesOf, percentOf, ruleName, type Shown } from './dry-run-words.js';

export function dryRunData(
  tried: readonly TriedFile[],
  { agent, chained }: Shown,
  language: Language,
): object {
  return {
    // Null: each month begins with what was really carried into it.
    chain: chained ? { after: chained.after ?? null, months: chained.months } : null,
    files: tried.map((one) => ({
      file: one.file.file,
      version: one.file.plan.version,
      months: one.months.map((month) => monthData(one, month, agent, language)),
      ...(agent === undefined ? allData(one) : {}),
    })),
  };
}

function allData(tried: TriedFile): object {
  const currency = tried.months[0]?.difference.currency;
  if (!currency) return {};
  const spread = spreadOf(peopleTried(tried).map(({ total }) => total));
  return {
    total: { ...amountsData(totalTried(tried), currency), ...(spread ? spreadData(spread, currency) : {}) },
  };
}

function spreadData(
  { gain, lose, same, ...amounts }: NonNullable<ReturnType<typeof spreadOf>>,
  currency: Currency,
): object {
  const text = (amount: Exact): string => formatMoney(roundMoney(amount, currency), currency);
  return {
    gain,
    lose,
    same,
    median: text(amounts.median),
    worst: text(amounts.worst),
    best: text(amounts.best),
  };
}

function monthData(
  tried: TriedFile,
  month: TriedMonth,
  agent: string | undefined,
  language: Language,
): object {
  const { difference, variant } = month;
  const { currency, people, total } = difference;
  const spread = spreadOf(people);
  const shown = people.filter((one) => agent === undefined || one.agent.agent_id === agent);
  return {
    month: difference.month,
    state: month.state,
    against: variant.before.file,
    rules: variant.rules.map((rule) => ({
      paths: rule.names,
      clauses: clausesOf(rule, tried.file, variant.before),
    })),
    ...(agent === undefined
      ? {
          total: {
            ...amountsData(total, currency),
            ...(spread ? spreadData(spread, currency) : {}),
            settlement: settlementData(
              settledTogether(people.map(({ settlements }) => settlements)),
              currency,
            ),
          },
        }
      : {}),
    agents: shown.map((one) => ({
      agent_id: one.agent.agent_id,
      name: one.agent.name,
      team: one.agent.team,
      role: one.agent.role,
      ...amountsData(one, currency),
      settlement: settlementData(one.settlements, currency),
      tiers: one.tiers.map(({ name, ...tier }) => ({ ...tier, name: name[language] })),
    })),
  };
}

/** The parts are in the order of the month's rules. */
const amountsData = (one: Difference, currency: Currency): object => ({
  old: formatMoney(one.before, currency),
  new: formatMoney(one.after, currency),
  difference: formatMoney(one.difference, currency),
  percent: percentOf(one) ?? null,
  parts: one.parts.map((part) => formatMoney(part, currency)),
});

function settlementData({ before, after }: Settlements, currency: Currency): object {
  const side = ({ debt_in, net, paid, debt_out }: Settlement): object => ({
    debt_in: formatMoney(debt_in, currency),
    net: formatMoney(net, currency),
    paid: formatMoney(paid, currency),
    debt_out: formatMoney(debt_out, currency),
  });
  return { old: side(before), new: side(after) };
}

interface PersonRow {
  readonly tried: TriedFile;
  readonly month: TriedMonth;
  readonly person: PersonDifference;
}

interface PartRow extends PersonRow {
  readonly rule: number;
}

const ABOUT: Table<PersonRow> = [
  { key: 'rules', zh: '规则文件', cell: ({ tried }) => tried.file.file },
  { key: 'against', zh: '原规则文件', cell: ({ month }) => month.variant.before.file },
  { key: 'month', zh: '月份', cell: ({ month }) => month.difference.month },
  { key: 'agent_id', zh: '工号', cell: ({ person }) => person.agent.agent_id },
  { key: 'name', zh: '姓名', cell: ({ person }) => person.agent.name },
  { key: 'team', zh: '班组', cell: ({ person }) => person.agent.team },
  { key: 'role', zh: '岗位', cell: ({ person }) => person.agent.role },
];

/** What is paid after debts: columns of their own for each side. */
const settledBy = (
  side: string,
  zh: string,
  of: (settlements: Settlements) => Settlement,
): Table<PersonRow> =>
  (['debt_in', 'net', 'paid', 'debt_out'] as const).map((key) => ({
    key: `${side}_${key}`,
    zh: `${zh}${PAYROLL_NAMES[key].zh}`,
    cell: ({ person }) => money(of(person.settlements)[key]),
  }));

/** What a month begins with. */
const STATES = {
  real: { en: 'real', zh: '实际' },
  simulated: { en: 'simulated', zh: '模拟' },
} satisfies Record<TriedMonth['state'], Localized>;

const PEOPLE: Table<PersonRow> = [
  ...ABOUT,
  { key: 'old', zh: '原规则金额', cell: ({ person }) => money(person.before) },
  { key: 'new', zh: '新规则金额', cell: ({ person }) => money(person.after) },
  { key: 'difference', zh: '差额', cell: ({ person }) => money(person.difference) },
  {
    key: 'percent',
    zh: '变动百分比',
    cell: ({ person: { percent } }) => percent && fixed(round(percent, 1), 1),
  },
  ...settledBy('old', '原规则', ({ before }) => before),
  ...settledBy('new', '新规则', ({ after }) => after),
  { key: 'state', zh: '月初结转', cell: ({ month }, language) => STATES[month.state][language] },
];

const ruleOf = ({ month, rule }: PartRow) => month.variant.rules[rule];

const PARTS: readonly Column<PartRow>[] = [
  ...ABOUT,
  { key: 'rule', zh: '规则', cell: (row) => ruleName(ruleOf(row) ?? { names: [], changes: [] }) },
  {
    key: 'clause',
    zh: '条款',
    cell: (row) => {
      const rule = ruleOf(row);
      return rule && clausesOf(rule, row.tried.file, row.month.variant.before).join(' ');
    },
  },
  {
    key: 'difference',
    zh: '差额',
    cell: ({ person, rule }) => person.parts[rule] && money(person.parts[rule]),
  },
];

const peopleRows = (tried: readonly TriedFile[]): PersonRow[] =>
  tried.flatMap((one) =>
    one.months.flatMap((month) => month.difference.people.map((person) => ({ tried: one, month, person }))),
  );

/** One row for each person, month and file tried. */
export const dryRunCsv = (
  tried: readonly TriedFile[],
  language: Language,
  currency: Currency | undefined,
): string => toCsv(PEOPLE, peopleRows(tried), language, currency);

/** One row for each rule that made a difference to a person's month: they add up to the rows of dryRunCsv. */
export function dryRunPartsCsv(
  tried: readonly TriedFile[],
  language: Language,
  currency: Currency | undefined,
): string {
  const rows = peopleRows(tried).flatMap((row) =>
    row.person.parts.flatMap((part, rule) => (part.n === 0n ? [] : [{ ...row, rule }])),
  );
  return toCsv(PARTS, rows, language, currency);
}
