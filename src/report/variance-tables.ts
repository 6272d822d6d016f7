/** A month held against another as CSV and as data: one row per finding. */
import { formatMoney, round, roundMoney } from '../base/exact.js';
import type { Language } from '../base/localized.js';
import type { PersonState } from '../calc/closing.js';
import type { Compared, HighPayment, PayslipColumn, PersonPay, Variance } from '../calc/variance.js';
import { type Column, csvParts, fixed, money, type Table, toCsv } from './csv.js';
import { PAYROLL_NAMES } from './payroll-names.js';

export const FINDINGS = [
  'total',
  'came',
  'went',
  'negative_net',
  'zero_net',
  'high_payment',
  'difference',
] as const;
export type Finding = (typeof FINDINGS)[number];

interface FindingRow {
  readonly finding: Finding;
  readonly person?: PersonState;
  readonly item: string;
  readonly item_name: Readonly<Record<Language, string>>;
  readonly amounts: Compared;
  readonly median?: HighPayment['median'];
}

const PERCENT_PLACES = 1;

/** Percent as they are shown; undefined where there was nothing to change from. */
export const percentText = ({ percent }: Compared): string | undefined =>
  percent && fixed(round(percent, PERCENT_PLACES), PERCENT_PLACES).number;

/** Everything that was found, in the order of FINDINGS. */
export function findingsOf(variance: Variance): FindingRow[] {
  const about =
    (finding: Finding, column: 'net' | 'paid') =>
    (one: PersonPay): FindingRow => ({
      finding,
      person: one.person,
      item: column,
      item_name: PAYROLL_NAMES[column],
      amounts: one[column],
    });
  return [
    ...variance.totals.map((total): FindingRow => ({
      finding: 'total',
      ...columnItem(total.column),
      amounts: total,
    })),
    ...variance.came.map(about('came', 'paid')),
    ...variance.went.map(about('went', 'paid')),
    ...variance.negative.map(about('negative_net', 'net')),
    ...variance.zero.map(about('zero_net', 'net')),
    ...variance.high.map((one) => ({ ...about('high_payment', 'paid')(one), median: one.median })),
    ...variance.differences.map((one): FindingRow => {
      const { person, key: item } = one;
      const item_name = one.of === 'column' ? PAYROLL_NAMES[one.key] : one.name;
      return { finding: 'difference', person, item, item_name, amounts: one };
    }),
  ];
}

const columnItem = (column: PayslipColumn) => ({ item: column, item_name: PAYROLL_NAMES[column] });

const ofPerson = (key: 'agent_id' | 'name' | 'team' | 'role', zh: string): Column<FindingRow> => ({
  key,
  zh,
  cell: ({ person }) => person?.[key],
});

const amount = (key: 'before' | 'now' | 'difference', zh: string): Column<FindingRow> => ({
  key,
  zh,
  cell: ({ amounts }) => money(amounts[key]),
});

const columnsFor = ({
  month,
  other,
  currency,
}: Pick<Variance, 'month' | 'other' | 'currency'>): Table<FindingRow> => [
  { key: 'finding', zh: '类别', cell: (row) => row.finding },
  ofPerson('agent_id', '工号'),
  ofPerson('name', '姓名'),
  ofPerson('team', '班组'),
  ofPerson('role', '岗位'),
  { key: 'item', zh: '项目', cell: (row) => row.item },
  { key: 'item_name', zh: '项目名称', cell: (row, language) => row.item_name[language] },
  amount('before', '对比月'),
  amount('now', '本月'),
  amount('difference', '差额'),
  {
    key: 'percent',
    zh: '变动百分比',
    cell: ({ amounts: { percent } }) => percent && fixed(round(percent, PERCENT_PLACES), PERCENT_PLACES),
  },
  { key: 'median', zh: '岗位中位数', cell: ({ median }) => median && money(roundMoney(median, currency)) },
  { key: 'month', zh: '月份', cell: () => month },
  { key: 'other', zh: '对比月份', cell: () => other },
];

export const varianceCsv = (variance: Variance, language: Language): string =>
  toCsv(columnsFor(variance), findingsOf(variance), language, variance.currency);

/** The first line of such a file, by which telepay knows its own. */
export const varianceHeader = (variance: Variance, language: Language): string =>
  [...csvParts(columnsFor(variance), [], language)].join('').trimEnd();

export function varianceData(variance: Variance, language: Language): object {
  const { month, other, people, currency } = variance;
  return {
    month,
    other,
    people,
    findings: findingsOf(variance).map(({ finding, person, item, item_name, amounts, median }) => ({
      finding,
      ...(person
        ? { agent_id: person.agent_id, name: person.name, team: person.team, role: person.role }
        : {}),
      item,
      item_name: item_name[language],
      before: formatMoney(amounts.before, currency),
      now: formatMoney(amounts.now, currency),
      difference: formatMoney(amounts.difference, currency),
      percent: percentText(amounts) ?? null,
      ...(median ? { median: formatMoney(roundMoney(median, currency), currency) } : {}),
    })),
  };
}
