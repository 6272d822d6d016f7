/** What people are paid by one rule file and by another, after the debts that were carried into the month. */
import { type Exact, sum, ZERO } from '../../base/exact.js';
import type { Payslip } from '../payslip.js';

/** Yuan: of a person's month, or of everybody's added up. */
export type Settlement = Pick<Payslip, 'debt_in' | 'net' | 'paid' | 'debt_out'>;

export interface Settlements {
  readonly before: Settlement;
  readonly after: Settlement;
}

const NOTHING: Settlement = { debt_in: ZERO, net: ZERO, paid: ZERO, debt_out: ZERO };

/** Of someone who may stand in neither of the results. */
export const settlementsOf = (before?: Settlement, after?: Settlement): Settlements => ({
  before: before ? settlementOf(before) : NOTHING,
  after: after ? settlementOf(after) : NOTHING,
});

const settlementOf = ({ debt_in, net, paid, debt_out }: Settlement): Settlement => ({
  debt_in,
  net,
  paid,
  debt_out,
});

export function settledTogether(all: readonly Settlements[]): Settlements {
  const side = (which: keyof Settlements): Settlement => {
    const total = (amount: keyof Settlement): Exact => sum(all.map((one) => one[which][amount]));
    return { debt_in: total('debt_in'), net: total('net'), paid: total('paid'), debt_out: total('debt_out') };
  };
  return { before: side('before'), after: side('after') };
}
