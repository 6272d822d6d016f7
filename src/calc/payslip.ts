/** From pay lines to what is paid: handbook, section 9. */
import { type Exact, greatest, least, roundMoney, sum, ZERO } from '../base/exact.js';
import { byKeys } from '../base/order.js';
import { type Problem, problem } from '../base/problem.js';
import { formatMoney } from '../base/exact.js';
import { CALC_PROBLEMS } from '../problems/calc.js';
import type { Guard, Plan } from '../rules/plan.js';
import type { AgentFacts } from './agent-facts.js';
import type { PayLine } from './pay-line.js';

/** The columns of the payroll, in yuan, each positive as it is named. */
export interface Payslip {
  readonly base_commission: Exact;
  readonly product_commission: Exact;
  readonly prior_period: Exact;
  readonly allowances: Exact;
  readonly clawbacks: Exact;
  /** As applied: what the guard blocks is not in it. */
  readonly penalties: Exact;
  readonly debt_in: Exact;
  readonly net: Exact;
  readonly paid: Exact;
  readonly debt_out: Exact;
}

/** A pay line with what of it is applied: all, but for a penalty that the wage guard blocks. */
export interface AppliedLine extends PayLine {
  readonly applied: Exact;
}

export interface SettledPay {
  readonly lines: readonly AppliedLine[];
  readonly payslip: Payslip;
  readonly problems: readonly Problem[];
}

/** Applies the wage guard, adds up the columns and settles what is paid and what is owed. */
export function settle(plan: Plan, facts: AgentFacts, lines: readonly PayLine[], debtIn: Exact): SettledPay {
  const earnings = earningsOf(facts, lines);
  const guarded = applyGuard(plan.net.guard, facts, lines, earnings, debtIn);
  const column = (name: PayLine['column']): Exact =>
    sum(guarded.lines.filter((line) => line.column === name).map((line) => line.applied));
  const parts = {
    base_commission: column('base_commission'),
    product_commission: column('product_commission'),
    prior_period: column('prior_period'),
    allowances: column('allowances'),
    clawbacks: column('clawbacks'),
    penalties: column('penalties'),
    debt_in: debtIn,
  };
  const net = parts.base_commission
    .add(parts.product_commission)
    .add(parts.prior_period)
    .add(parts.allowances)
    .sub(parts.clawbacks)
    .sub(parts.penalties)
    .sub(parts.debt_in);
  const paid = greatest(ZERO, net);
  const payslip = { ...parts, net, paid, debt_out: paid.sub(net) };
  return { lines: guarded.lines, payslip, problems: [...guarded.problems, ...negativeNet(plan, facts, net)] };
}

function negativeNet(plan: Plan, facts: AgentFacts, net: Exact): Problem[] {
  if (net.compare(ZERO) >= 0) return [];
  const carried = plan.net.negative.value === 'carry';
  const params = { agent: facts.agent.agent_id, net: formatMoney(net), carried };
  return [problem(CALC_PROBLEMS.negative_net, facts.agent.at, params)];
}

const isEarning = (line: PayLine): boolean => line.column !== 'penalties' && line.column !== 'clawbacks';

function earningsOf(facts: AgentFacts, lines: readonly PayLine[]): Exact {
  const earned = sum(lines.filter(isEarning).map((line) => line.amount));
  return facts.agent.monthly_base ? earned.add(facts.agent.monthly_base) : earned;
}

type Guarded = Pick<SettledPay, 'lines' | 'problems'>;

/** Whole lines, or in `enforce` mode what the guard leaves room for, by date and then source. */
function applyGuard(
  guard: Guard | undefined,
  facts: AgentFacts,
  lines: readonly PayLine[],
  earnings: Exact,
  debtIn: Exact,
): Guarded {
  const whole = lines.map((line) => ({ ...line, applied: line.amount }));
  if (!guard) return { lines: whole, problems: [] };
  const agent = facts.agent.agent_id;
  const isGuarded = (line: PayLine): boolean =>
    line.penalty !== undefined &&
    line.column === 'penalties' &&
    guard.classes.value.includes(line.penalty.class.value);
  const guarded = lines.filter(isGuarded).toSorted(byDate);
  if (guarded.length === 0) return { lines: whole, problems: [] };
  if (guard.floor && !facts.agent.monthly_base) {
    const params = { agent, component: 'net.guard.floor' };
    return { lines: whole, problems: [problem(CALC_PROBLEMS.no_monthly_base, facts.agent.at, params)] };
  }
  // Clawbacks and what the guard does not cover go first.
  const others = sum(lines.filter((line) => !isEarning(line) && !isGuarded(line)).map((line) => line.amount));
  const room = roomOf(guard, earnings, others, debtIn);
  const total = sum(guarded.map((line) => line.amount));
  if (total.compare(room) <= 0) return { lines: whole, problems: [] };
  const enforced = guard.mode.value === 'enforce';
  const params = {
    agent,
    penalties: formatMoney(total),
    room: formatMoney(room),
    blocked: formatMoney(total.sub(room)),
    enforced,
  };
  const problems = [problem(CALC_PROBLEMS.guard_exceeded, facts.agent.at, params)];
  return { lines: enforced ? fill(whole, guarded, room) : whole, problems };
}

const byDate = byKeys<PayLine>(
  (line) => line.penalty?.date ?? '',
  (line) => line.penalty?.source ?? '',
  (line) => line.line_id,
);

/** The smaller of cap × earnings and what would be left above the floor, not below zero. */
function roomOf(guard: Guard, earnings: Exact, unguarded: Exact, debtIn: Exact): Exact {
  const left = earnings
    .sub(unguarded)
    .sub(debtIn)
    .sub(guard.floor?.value ?? ZERO);
  const capped = guard.cap ? least(roundMoney(earnings.mul(guard.cap.value)), left) : left;
  return greatest(ZERO, capped);
}

function fill(lines: readonly AppliedLine[], guarded: readonly PayLine[], room: Exact): AppliedLine[] {
  let left = room;
  const applied = new Map<string, Exact>();
  for (const line of guarded) {
    const part = least(line.amount, left);
    applied.set(line.line_id, part);
    left = left.sub(part);
  }
  return lines.map((line) => ({ ...line, applied: applied.get(line.line_id) ?? line.amount }));
}
