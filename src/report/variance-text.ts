/** A month held against another, on a terminal: what to look at before signing. */
import { type Currency, nameOfCurrency } from '../base/currency.js';
import { formatMoney, formatShort, roundMoney } from '../base/exact.js';
import type { Language, Localized } from '../base/localized.js';
import type {
  Compared,
  Difference,
  HighPayment,
  PersonPay,
  Variance,
  VarianceThresholds,
} from '../calc/variance.js';
import { PAYROLL_NAMES } from './payroll-names.js';
import { printable } from './printable.js';
import { newTable } from './text-table.js';
import { type Finding, percentText } from './variance-tables.js';

/** Of a long section so much is shown; the file holds all. */
const SHOWN = 20;

const HEADINGS: Readonly<Record<Exclude<Finding, 'total'>, Localized>> = {
  came: { en: 'Came', zh: '新增人员' },
  went: { en: 'Went', zh: '离开人员' },
  negative_net: { en: 'Negative net', zh: '净额为负' },
  zero_net: { en: 'Zero net', zh: '净额为零' },
  high_payment: { en: 'Unusually high payments', zh: '异常高的应发' },
  difference: { en: 'Differences', zh: '差异' },
};

const TEXTS = {
  id: { en: 'id', zh: '工号' },
  name: { en: 'name', zh: '姓名' },
  role: { en: 'role', zh: '岗位' },
  item: { en: 'item', zh: '项目' },
  difference: { en: 'difference', zh: '差额' },
  median: { en: 'median of the role', zh: '岗位中位数' },
} satisfies Record<string, Localized>;

export function varianceText(variance: Variance, thresholds: VarianceThresholds, language: Language): string {
  const { month, other, people } = variance;
  const title = {
    en: `${month} against ${other}: ${people.now} people, ${people.before} before`,
    zh: `${month} 对比 ${other}：${people.now} 人，此前 ${people.before} 人`,
  };
  return [
    title[language],
    '',
    totalsTable(variance, language),
    '',
    ...peopleSection('came', variance.came, 'paid', variance, language),
    ...peopleSection('went', variance.went, 'paid', variance, language),
    ...peopleSection('negative_net', variance.negative, 'net', variance, language),
    ...peopleSection('zero_net', variance.zero, 'net', variance, language),
    ...highSection(variance, thresholds, language),
    ...differencesSection(variance, thresholds, language),
  ].join('\n');
}

const amounts = (one: Compared, currency: Currency): string[] => [
  formatMoney(one.before, currency),
  formatMoney(one.now, currency),
  formatMoney(one.difference, currency),
  percentText(one) ?? '',
];

function totalsTable(variance: Variance, language: Language): string {
  const table = newTable(
    ['', variance.other, variance.month, TEXTS.difference[language], '%'],
    ['left', 'right', 'right', 'right', 'right'],
  );
  for (const one of variance.totals)
    table.push([PAYROLL_NAMES[one.column][language], ...amounts(one, variance.currency)]);
  return table.toString();
}

/** The heading with the number of findings, and those that are shown; `how`: what made them findings. */
function section<T>(
  finding: keyof typeof HEADINGS,
  how: string,
  found: readonly T[],
  table: (shown: readonly T[]) => string,
  language: Language,
): string[] {
  const heading = `${HEADINGS[finding][language]}${how}: ${found.length}`;
  if (found.length === 0) return [heading];
  const more = found.length - SHOWN;
  const rest = { en: `  … and ${more} more in the file`, zh: `  …… 其余 ${more} 条见文件` };
  return [heading, table(found.slice(0, SHOWN)), ...(more > 0 ? [rest[language]] : [])];
}

function peopleSection(
  finding: 'came' | 'went' | 'negative_net' | 'zero_net',
  found: readonly PersonPay[],
  column: 'net' | 'paid',
  { currency }: Variance,
  language: Language,
): string[] {
  return section(finding, '', found, (shown) => peopleTable(shown, column, currency, language), language);
}

function peopleTable(
  people: readonly PersonPay[],
  column: 'net' | 'paid',
  currency: Currency,
  language: Language,
): string {
  const words = { en: 'before', zh: '此前' };
  const table = newTable(
    [TEXTS.id[language], TEXTS.name[language], words[language], PAYROLL_NAMES[column][language]],
    ['left', 'left', 'right', 'right'],
  );
  for (const { person, [column]: pay } of people) {
    const { agent_id, name } = person;
    const amounts = [pay.before, pay.now].map((amount) => formatMoney(amount, currency));
    table.push([printable(agent_id), printable(name), ...amounts]);
  }
  return table.toString();
}

function highSection(
  { high, currency }: Variance,
  { high_payment }: VarianceThresholds,
  language: Language,
): string[] {
  const factor = formatShort(high_payment);
  const how = {
    en: `, more than ${factor} times the median of those paid in the same role`,
    zh: `（超过同岗位有应发者中位数的 ${factor} 倍）`,
  };
  const words = [TEXTS.id, TEXTS.name, TEXTS.role, PAYROLL_NAMES.paid, TEXTS.median];
  const table = (shown: readonly HighPayment[]): string => {
    const rows = newTable(
      words.map((word) => word[language]),
      ['left', 'left', 'left', 'right', 'right'],
    );
    for (const { person, paid, median } of shown) {
      const who = [person.agent_id, person.name, person.role].map(printable);
      const pay = [paid.now, roundMoney(median, currency)].map((one) => formatMoney(one, currency));
      rows.push([...who, ...pay]);
    }
    return rows.toString();
  };
  return section('high_payment', how[language], high, table, language);
}

/** Columns of the payslip that are no sums of components, which stand there themselves. */
const SHOWN_COLUMNS: ReadonlySet<string> = new Set(['debt_in', 'net', 'paid', 'debt_out']);

function differencesSection(
  { differences, month, other, currency }: Variance,
  { amount, percent }: VarianceThresholds,
  language: Language,
): string[] {
  const told = differences.filter((one) => one.of === 'component' || SHOWN_COLUMNS.has(one.key));
  const name = nameOfCurrency(currency);
  const over = amount.equals(roundMoney(amount, currency))
    ? formatMoney(amount, currency)
    : formatShort(amount);
  const how = {
    en: ` over ${over} ${name.en} or ${formatShort(percent)}%`,
    zh: `（超过 ${over} ${name.zh}或 ${formatShort(percent)}%）`,
  };
  const table = (shown: readonly Difference[]): string => {
    const rows = newTable(
      [
        TEXTS.id[language],
        TEXTS.name[language],
        TEXTS.item[language],
        other,
        month,
        TEXTS.difference[language],
        '%',
      ],
      ['left', 'left', 'left', 'right', 'right', 'right', 'right'],
    );
    for (const one of shown) {
      const { person } = one;
      const item = one.of === 'column' ? PAYROLL_NAMES[one.key] : one.name;
      const who = [person.agent_id, person.name, item[language]].map(printable);
      rows.push([...who, ...amounts(one, currency)]);
    }
    return rows.toString();
  };
  return section('difference', how[language], told, table, language);
}
