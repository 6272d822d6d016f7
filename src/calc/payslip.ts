/** From pay lines to what is paid: handbook, section 9. */
import { type Exact, formatMoney, greatest, sum, ZERO } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import { type Problem, problem } from '../base/problem.js';
import { CALC_PROBLEMS } from '../problems/calc.js';
import type { Value } from '../rules/mark.js';
import type { Plan } from '../rules/plan.js';
import type { AgentFacts } from './agent-facts.js';
import { eachRuleOfLine, type PayLine, rulesOfLine } from './pay-line.js';
import { eachRule, rulesOf } from './rests-on.js';
import { basisOf, type Trace } from './trace.js';
import { applyGuard } from './wage-guard.js';

/** The columns of the payroll, each positive as it is named. */
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

/** A pay line as it is applied: whole, but for a penalty that the wage guard blocks. */
export interface AppliedLine extends PayLine {
  /** How the wage guard came to what is applied, where it is enforced and covers the line. */
  readonly guard?: Trace;
}

/** What of a line is applied, deductions negative. */
export const signedAmount = (line: AppliedLine): Exact =>
  line.column === 'penalties' || line.column === 'clawbacks' ? line.applied.neg() : line.applied;

/** Every value of the rule file that a line rests on as it is applied. */
export function rulesOfApplied(line: AppliedLine): Value<unknown>[] {
  const rules = new Set<Value<unknown>>();
  eachRuleOfApplied(line, (rule) => rules.add(rule));
  return [...rules];
}

/** Tells every value of the rule file that a line rests on as it is applied, some more than once. */
export function eachRuleOfApplied(line: AppliedLine, tell: (rule: Value<unknown>) => void): void {
  eachRuleOfLine(line, tell);
  if (line.guard) eachRule(line.guard, tell);
}

export interface SettledPay {
  readonly lines: readonly AppliedLine[];
  readonly payslip: Payslip;
  readonly problems: readonly Problem[];
}

/** Applies the wage guard, adds up the columns and settles what is paid and what is owed. */
export function settle(plan: Plan, facts: AgentFacts, lines: readonly PayLine[], debtIn: Exact): SettledPay {
  const verdict = applyGuard(plan, facts, lines, debtIn);
  const applied = lines.map((line): AppliedLine => {
    const guard = verdict.applied.get(line);
    if (!guard) return line;
    const basis = basisOf([...rulesOfLine(line), ...rulesOf(guard)]);
    return { ...line, applied: guard.value, guard, basis };
  });
  const columns = groupBy(applied, (line) => line.column);
  const column = (name: PayLine['column']): Exact =>
    sum((columns.get(name) ?? []).map((line) => line.applied));
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
  return { lines: applied, payslip, problems: [...verdict.problems, ...negativeNet(plan, facts, net)] };
}

function negativeNet(plan: Plan, facts: AgentFacts, net: Exact): Problem[] {
  if (net.compare(ZERO) >= 0) return [];
  const carried = plan.net.negative.value === 'carry';
  const params = { agent: facts.agent.agent_id, net: formatMoney(net, plan.currency), carried };
  return [problem(CALC_PROBLEMS.negative_net, facts.agent.at, params)];
}
