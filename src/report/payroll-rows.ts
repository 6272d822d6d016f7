/** Who and what stands in a payroll file, line by line. */
import type { Currency } from '../base/currency.js';
import { type Exact, ZERO } from '../base/exact.js';
import { groupBy, indexBy } from '../base/group.js';
import type { PayrollTemplate } from '../base/payroll-template.js';
import type { MonthState, PayslipState, PersonState } from '../calc/closing.js';
import type { PayItem, PayrollRow } from './payroll-fields.js';
import { PAYROLL_NAMES } from './payroll-names.js';

/** The figures that are paid by: as a month was sealed, or, for a draft, as it was computed. */
export interface PayrollMonth {
  readonly state: MonthState;
  readonly currency: Currency;
  /** The version of the rule file by which a person was paid. */
  readonly rulesVersionOf: (agentId: string) => string;
  /** The row of agents.csv by which an earlier closed month last knew a person. */
  readonly lastKnown: (agentId: string) => PersonState | undefined;
}

export interface PaidPerson {
  readonly person: PersonState;
  readonly payslip: PayslipState;
}

export const isPaid = ({ payslip }: Pick<PaidPerson, 'payslip'>): boolean => payslip.paid.compare(ZERO) > 0;

/** Everybody in the payroll; who is absent from the month's agents.csv with the columns that he last had. */
export function peopleOf({ state, lastKnown }: PayrollMonth): PaidPerson[] {
  const people = indexBy(state.people, (person) => person.agent_id);
  return state.payslips.map((payslip) => {
    const person = people.get(payslip.agent_id);
    if (!person) throw new Error(`the month has a payslip of ${payslip.agent_id}, but not the person`);
    const known = person.absent ? lastKnown(person.agent_id) : undefined;
    return { person: known ? { ...known, absent: true } : person, payslip };
  });
}

/** The lines of the file, in the order of the people. */
export function rowsOf(
  { rows, zero_payments }: PayrollTemplate,
  { state, rulesVersionOf }: PayrollMonth,
  people: readonly PaidPerson[],
): PayrollRow[] {
  const { month } = state;
  const leavesOut = zero_payments === 'leave_out';
  const lines = groupBy(state.lines, (line) => line.agent_id);
  return people.flatMap((one): PayrollRow[] => {
    if (leavesOut && !isPaid(one)) return [];
    const row = { month, rules_version: rulesVersionOf(one.person.agent_id), ...one };
    if (rows === 'agents') return [{ ...row, item: undefined }];
    return [...(lines.get(one.person.agent_id) ?? []), ...debtItems(one.payslip)]
      .filter(({ amount }) => !leavesOut || amount.n !== 0n)
      .map((item) => ({ ...row, item }));
  });
}

/**
 * The debts that are carried, as items: with them a person's items add up to what is paid, since the net is the
 * lines less the debt carried in, and what is paid is the net and what is carried out of it.
 */
const debtItems = ({ debt_in, debt_out }: PayslipState): PayItem[] => [
  ...debtItem('debt_in', debt_in.neg()),
  ...debtItem('debt_out', debt_out),
];

function debtItem(key: 'debt_in' | 'debt_out', amount: Exact): PayItem[] {
  if (amount.n === 0n) return [];
  return [{ line_id: key, component: key, name: PAYROLL_NAMES[key], clause: '', amount }];
}
