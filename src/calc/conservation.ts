/** Whether money is conserved over closed months: earned = paid + carried, and nothing paid or taken back twice. */
import { type Exact, formatFixed, formatShort, greatest, round, sum, ZERO } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import type { Localized } from '../base/localized.js';
import type { Month } from '../base/period.js';
import type { MonthState, PayslipState } from './closing.js';
import type { Posting } from './past.js';

/** A closed month as it was sealed, and what corrections posted into it. */
export interface SealedMonth {
  readonly state: MonthState;
  readonly postings: readonly Posting[];
  /** Month zero: what others paid before; its own lines are not known. */
  readonly opening: boolean;
}

/** Something that does not add up. */
export interface Leak {
  readonly month: Month;
  readonly what: Localized;
}

/** What does not add up in months in their order, each as it was sealed. */
export function leaksOf(months: readonly SealedMonth[]): Leak[] {
  return months.flatMap((own, index) => {
    const before = months[index - 1];
    const whats = own.opening
      ? []
      : [
          ...payslipLeaks(own.state),
          ...repeatedLines(own.state),
          ...debtLeaks(own.state, before?.state),
          ...postingLeaks(own),
        ];
    return whats.map((what) => ({ month: own.state.month, what }));
  });
}

/** Each payslip: the lines are the net before debt, and the net is what is paid less what is owed. */
function payslipLeaks({ payslips, lines }: MonthState): Localized[] {
  const own = groupBy(lines, (line) => line.agent_id);
  return payslips.flatMap((payslip) => {
    const { agent_id, net, paid, debt_in, debt_out } = payslip;
    const earned = sum((own.get(agent_id) ?? []).map((line) => line.amount));
    const owed = greatest(ZERO, net.neg());
    return [
      ...unequal(agent_id, LINES, earned, net.add(debt_in)),
      ...unequal(agent_id, COLUMNS, columnsOf(payslip), net),
      ...unequal(agent_id, PAID, paid, net.add(owed)),
      ...unequal(agent_id, OWED, debt_out, owed),
    ];
  });
}

/** Lines of one agent that are called alike: one of them may have been taken for the other. */
function repeatedLines({ lines }: MonthState): Localized[] {
  const named = groupBy(lines, (line) => `${line.agent_id}\t${line.line_id}`);
  return [...named.values()].flatMap((group) => {
    const [first, ...others] = group;
    return first && others.length > 0 ? [REPEATED(first.agent_id, first.line_id)] : [];
  });
}

const columnsOf = (slip: PayslipState): Exact =>
  sum([slip.base_commission, slip.product_commission, slip.prior_period, slip.allowances])
    .sub(slip.clawbacks)
    .sub(slip.penalties)
    .sub(slip.debt_in);

/** What was owed at the end of a month is owed at the beginning of the next, by the same people. */
function debtLeaks({ payslips }: MonthState, before: MonthState | undefined): Localized[] {
  const debts = new Map((before?.debts ?? []).map((debt) => [debt.agent_id, debt.amount]));
  const carried = new Map(payslips.map((payslip) => [payslip.agent_id, payslip.debt_in]));
  return [...new Set([...debts.keys(), ...carried.keys()])].flatMap((agent) =>
    unequal(agent, CARRIED, carried.get(agent) ?? ZERO, debts.get(agent) ?? ZERO),
  );
}

/** What corrections posted since the month before stands in the month's lines, each once. */
function postingLeaks({ state, postings }: SealedMonth): Localized[] {
  const lines = state.lines.filter((line) => line.prior?.correction !== undefined);
  const paid = groupBy(lines, (line) => line.agent_id);
  const due = groupBy(postings, (posting) => posting.agent_id);
  return [...new Set([...paid.keys(), ...due.keys()])].flatMap((agent) =>
    unequal(
      agent,
      POSTED,
      sum((paid.get(agent) ?? []).map((line) => line.amount)),
      sum((due.get(agent) ?? []).map((posting) => posting.due.sub(posting.paid))),
    ),
  );
}

/** What does not add up over all months as they stand by now, corrections included. */
export function repeatedPayments(months: readonly MonthState[]): Leak[] {
  const paid = new Map<string, Month>();
  const unpaid = new Set<string>();
  const takenBack = new Set<string>();
  return months.flatMap(({ month, signups, late, taken_back }) => {
    const found: Localized[] = [];
    for (const { signup_id, paid_points } of signups) {
      if (paid.has(signup_id) || unpaid.has(signup_id)) found.push(TWICE(signup_id));
      if (paid_points) paid.set(signup_id, month);
      else unpaid.add(signup_id);
    }
    for (const { signup_id } of late) {
      if (!unpaid.delete(signup_id)) found.push(TWICE(signup_id));
      paid.set(signup_id, month);
    }
    for (const { signup_id } of taken_back) {
      if (!paid.has(signup_id) || takenBack.has(signup_id)) found.push(NOT_PAID(signup_id));
      takenBack.add(signup_id);
    }
    return found.map((what) => ({ month, what }));
  });
}

interface Named {
  readonly left: Localized;
  readonly right: Localized;
}

const LINES: Named = {
  left: { en: 'the sum of the lines', zh: '各行合计' },
  right: { en: 'the net before debt', zh: '扣欠款前净额' },
};
const COLUMNS: Named = {
  left: { en: 'the columns of the payroll', zh: '工资表各列' },
  right: { en: 'the net', zh: '应付净额' },
};
const PAID: Named = {
  left: { en: 'what is paid', zh: '应发' },
  right: { en: 'the net, or nothing', zh: '净额（负数为零）' },
};
const OWED: Named = {
  left: { en: 'the debt carried out', zh: '结转欠款' },
  right: { en: 'what is left of a negative net', zh: '负净额的余额' },
};
const CARRIED: Named = {
  left: { en: 'the debt carried in', zh: '结转进来的欠款' },
  right: { en: 'the debt of the month before', zh: '上月结转的欠款' },
};
const POSTED: Named = {
  left: { en: 'the lines of corrections', zh: '更正各行' },
  right: { en: 'what corrections posted', zh: '更正应补记的金额' },
};

const TWICE = (signup: string): Localized => ({
  en: `sign-up ${signup} is paid or judged twice`,
  zh: `受理 ${signup} 重复支付或重复判定`,
});
const NOT_PAID = (signup: string): Localized => ({
  en: `sign-up ${signup} is taken back and was not paid, or is taken back twice`,
  zh: `受理 ${signup} 未支付却被追回，或被追回两次`,
});

const REPEATED = (agent: string, line: string): Localized => ({
  en: `${agent}: several lines are called ${line}`,
  zh: `${agent}：有几行的行号都是 ${line}`,
});

/** The amounts of months in any currency: with at least two decimals, and all that a forged one may have. */
const amountText = (amount: Exact): string =>
  amount.equals(round(amount, 2)) ? formatFixed(amount, 2) : formatShort(amount);

function unequal(agent: string, { left, right }: Named, one: Exact, other: Exact): Localized[] {
  if (one.equals(other)) return [];
  const text = (language: 'en' | 'zh'): string =>
    `${agent}: ${left[language]} ${amountText(one)} ≠ ${right[language]} ${amountText(other)}`;
  return [{ en: text('en'), zh: text('zh') }];
}
