/** A month held against another: what somebody looks at before he signs it. Pure. */
import { type Currency, YUAN } from '../base/currency.js';
import { type Exact, HUNDRED, sum, ZERO } from '../base/exact.js';
import { groupBy, indexBy } from '../base/group.js';
import type { Localized } from '../base/localized.js';
import { byText } from '../base/order.js';
import { firstDay, lastDay, type Month } from '../base/period.js';
import type { MonthState, PersonState } from './closing.js';
import type { Payslip } from './payslip.js';

export interface VarianceThresholds {
  /** Yuan. */
  readonly amount: Exact;
  /** Percent of what it was in the other month. */
  readonly percent: Exact;
  /** How many times the median of a role. */
  readonly high_payment: Exact;
}

export type PayslipColumn = keyof Payslip;

export const PAYSLIP_COLUMNS: readonly PayslipColumn[] = [
  'base_commission',
  'product_commission',
  'prior_period',
  'allowances',
  'clawbacks',
  'penalties',
  'debt_in',
  'net',
  'paid',
  'debt_out',
];

/** An amount in both months. */
export interface Compared {
  readonly before: Exact;
  readonly now: Exact;
  readonly difference: Exact;
  /** Of what it was; undefined where it was nothing. */
  readonly percent: Exact | undefined;
}

/** One component's lines of a person, deductions negative, or a column of his payslip. */
export type Difference = Compared & { readonly person: PersonState } & (
    | { readonly of: 'component'; readonly key: string; readonly name: Localized }
    | { readonly of: 'column'; readonly key: PayslipColumn }
  );

/** A person with what he gets; nothing in a month in whose payroll he is not. */
export interface PersonPay {
  readonly person: PersonState;
  readonly net: Compared;
  readonly paid: Compared;
}

export interface HighPayment extends PersonPay {
  /** Yuan: of those in the same role who are paid more than 0. */
  readonly median: Exact;
}

export interface Variance {
  readonly month: Month;
  /** The month that it is held against. */
  readonly other: Month;
  /** Of the month. */
  readonly currency: Currency;
  readonly people: { readonly before: number; readonly now: number };
  readonly totals: readonly (Compared & { readonly column: PayslipColumn })[];
  /** Employed in the month, and not in the other one. */
  readonly came: readonly PersonPay[];
  /** The other way round. */
  readonly went: readonly PersonPay[];
  readonly negative: readonly PersonPay[];
  /** Employed in the month, with a net of 0. */
  readonly zero: readonly PersonPay[];
  readonly high: readonly HighPayment[];
  /** Of all but those who came or went; the greatest first. */
  readonly differences: readonly Difference[];
}

export function compareMonths(
  other: MonthState,
  state: MonthState,
  thresholds: VarianceThresholds,
  currency: Currency = YUAN,
): Variance {
  const before = indexBy(peopleIn(other), ({ person }) => person.agent_id);
  const now = indexBy(peopleIn(state), ({ person }) => person.agent_id);
  const pairs = [...new Set([...before.keys(), ...now.keys()])]
    .toSorted(byText)
    .map((id) => ({ before: before.get(id), now: now.get(id) }));
  const came = pairs.filter((pair) => !pair.before?.employed && pair.now?.employed);
  const went = pairs.filter((pair) => pair.before?.employed && !pair.now?.employed);
  const stayed = pairs.filter((pair) => !came.includes(pair) && !went.includes(pair));
  const present = pairs.filter((pair) => pair.now);
  return {
    month: state.month,
    other: other.month,
    currency,
    people: { before: before.size, now: now.size },
    totals: PAYSLIP_COLUMNS.map((column) => ({
      column,
      ...compared(totalOf(other, column), totalOf(state, column)),
    })),
    came: came.flatMap(payOf),
    went: went.flatMap(payOf),
    negative: present.flatMap(payOf).filter(({ net }) => net.now.compare(ZERO) < 0),
    zero: present
      .filter((pair) => pair.now?.employed)
      .flatMap(payOf)
      .filter(({ net }) => net.now.n === 0n),
    high: highPayments(present.flatMap(payOf), thresholds.high_payment),
    differences: stayed
      .flatMap(differencesOf)
      .filter((one) => isOver(one, thresholds))
      .toSorted(greatestFirst),
  };
}

function greatestFirst(a: Difference, b: Difference): number {
  const order = b.difference.abs().compare(a.difference.abs());
  return order || byText(a.person.agent_id, b.person.agent_id) || byText(a.key, b.key);
}

/** Someone in a month's payroll. */
interface InPayroll {
  readonly person: PersonState;
  readonly employed: boolean;
  readonly payslip: Payslip;
  readonly components: ReadonlyMap<string, { readonly name: Localized; readonly amount: Exact }>;
}

function peopleIn({ month, people, payslips, lines }: MonthState): InPayroll[] {
  const linesOf = groupBy(lines, (line) => line.agent_id);
  const personOf = indexBy(people, (person) => person.agent_id);
  return payslips.flatMap((payslip) => {
    const person = personOf.get(payslip.agent_id);
    if (!person) throw new Error(`the month has a payslip of ${payslip.agent_id}, but not the person`);
    const components = [...groupBy(linesOf.get(payslip.agent_id) ?? [], (line) => line.component)].flatMap(
      ([key, [first, ...more]]) =>
        first
          ? [[key, { name: first.name, amount: sum([first, ...more].map((line) => line.amount)) }] as const]
          : [],
    );
    return [{ person, employed: isEmployed(person, month), payslip, components: new Map(components) }];
  });
}

/** On at least one day of the month, by the month's own agents.csv. */
const isEmployed = ({ absent, hired_on, left_on }: PersonState, month: Month): boolean =>
  !absent && hired_on <= lastDay(month) && (left_on === undefined || left_on >= firstDay(month));

/** Somebody in both months; undefined where he is not in the payroll. */
interface Pair {
  readonly before: InPayroll | undefined;
  readonly now: InPayroll | undefined;
}

const comparedIn = ({ before, now }: Pair, column: PayslipColumn): Compared =>
  compared(before?.payslip[column] ?? ZERO, now?.payslip[column] ?? ZERO);

function payOf(pair: Pair): PersonPay[] {
  const one = pair.now ?? pair.before;
  if (!one) return [];
  return [{ person: one.person, net: comparedIn(pair, 'net'), paid: comparedIn(pair, 'paid') }];
}

export function compared(before: Exact, now: Exact): Compared {
  const difference = now.sub(before);
  const percent = before.n === 0n ? undefined : difference.div(before.abs()).mul(HUNDRED);
  return { before, now, difference, percent };
}

const totalOf = ({ payslips }: MonthState, column: PayslipColumn): Exact =>
  sum(payslips.map((payslip) => payslip[column]));

const NO_COMPONENTS: InPayroll['components'] = new Map();

/** Each component and column of somebody. */
function differencesOf(pair: Pair): Difference[] {
  const person = (pair.now ?? pair.before)?.person;
  if (!person) return [];
  const [old, own] = [pair.before?.components ?? NO_COMPONENTS, pair.now?.components ?? NO_COMPONENTS];
  const components = [...new Map([...old, ...own])].map(([key, { name }]): Difference => {
    const amounts = compared(old.get(key)?.amount ?? ZERO, own.get(key)?.amount ?? ZERO);
    return { person, of: 'component', key, name, ...amounts };
  });
  const columns = PAYSLIP_COLUMNS.map((key): Difference => ({
    person,
    of: 'column',
    key,
    ...comparedIn(pair, key),
  }));
  return [...components, ...columns];
}

/** Over the amount, or over the percentage, of which anything is over where there was nothing before. */
function isOver({ difference, percent }: Compared, thresholds: VarianceThresholds): boolean {
  if (difference.n === 0n) return false;
  if (difference.abs().compare(thresholds.amount) > 0) return true;
  return percent === undefined || percent.abs().compare(thresholds.percent) > 0;
}

function highPayments(people: readonly PersonPay[], factor: Exact): HighPayment[] {
  const somePaid = people.filter(({ paid }) => paid.now.compare(ZERO) > 0);
  return [...groupBy(somePaid, ({ person }) => person.role).values()].flatMap((own) => {
    const median = medianOf(own.map(({ paid }) => paid.now));
    const limit = median.mul(factor);
    return own.filter(({ paid }) => paid.now.compare(limit) > 0).map((one) => ({ ...one, median }));
  });
}

/** The middle one, or the mean of the two in the middle. */
function medianOf(values: readonly Exact[]): Exact {
  const inOrder = values.toSorted((a, b) => a.compare(b));
  const half = Math.floor(inOrder.length / 2);
  const [low, high] = [inOrder[half - 1] ?? ZERO, inOrder[half] ?? ZERO];
  return inOrder.length % 2 === 1 ? high : low.add(high).div(2);
}
