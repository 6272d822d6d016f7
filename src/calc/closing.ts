/** What a close writes down of a month. Pure. */
import { type Exact, sum } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import { byText } from '../base/order.js';
import type { Month } from '../base/period.js';
import type { PenaltyClass } from '../rules/plan.js';
import type { AssessedDay } from './daily.js';
import type { MonthResult } from './month.js';
import { customerProduct } from './outcomes.js';
import type { LineColumn, PriorDetail } from './pay-line.js';
import { type AppliedLine, type Payslip, signedAmount } from './payslip.js';
import type { Basis } from './trace.js';
import type {
  BlockedPenalty,
  ClosedSignup,
  KnownPerson,
  PointsGate,
  RememberedMeasure,
  UnlistedCounts,
} from './past.js';
import { placementsOf } from './placements.js';
import { rememberedMeasures } from './remembered.js';

/** A sign-up of the month, as judged. */
export type SignupState = Omit<ClosedSignup, 'taken_back'>;

/** Yuan paid for one agent's product: of the month itself, or, as a prior-period line, of the month before. */
export interface PaidState {
  readonly month: Month;
  readonly agent_id: string;
  readonly product: string;
  readonly amount: Exact;
}

/** A monthly score, for the quarter's grades; undefined where there was none. */
export interface ScoreState {
  readonly agent_id: string;
  readonly score: Exact | undefined;
}

export interface DayState extends Pick<AssessedDay, 'date' | 'successes' | 'answered' | 'dialled' | 'met'> {
  readonly agent_id: string;
}

/** A penalty that the wage guard blocked; its class by name, its mark in the rule file. */
export interface BlockedState extends Omit<BlockedPenalty, 'class'> {
  readonly class: PenaltyClass;
}

/** A line as it was paid. */
export interface LineState {
  readonly agent_id: string;
  readonly line_id: string;
  readonly component: string;
  readonly name: Localized;
  readonly clause: string;
  readonly column: LineColumn;
  readonly product?: string;
  readonly prior?: PriorDetail;
  /** Yuan, as applied; deductions negative. */
  readonly amount: Exact;
  readonly basis: Basis;
}

export interface PayslipState extends Payslip {
  readonly agent_id: string;
}

/** Someone who stands in the month's payroll, with every column of his row of agents.csv. */
export interface PersonState extends KnownPerson {
  /** Not in the month's agents.csv. */
  readonly absent: boolean;
  readonly subsidy_phone?: string;
  readonly monthly_base?: Exact;
  readonly other: Readonly<Record<string, string>>;
}

/** Everything that later months need of a closed one. */
export interface MonthState {
  readonly month: Month;
  readonly signups: readonly SignupState[];
  readonly unlisted: readonly UnlistedCounts[];
  readonly paid: readonly PaidState[];
  /** Of those with sign-ups and each component that pays points by a gate. */
  readonly gates: readonly PointsGate[];
  /** Sign-ups of the month before that were paid in this one, with their points. */
  readonly late: readonly { readonly signup_id: string; readonly points: Exact }[];
  readonly taken_back: readonly { readonly signup_id: string; readonly amount: Exact }[];
  readonly charged: readonly { readonly component: string; readonly key: string }[];
  readonly debts: readonly { readonly agent_id: string; readonly amount: Exact }[];
  readonly blocked: readonly BlockedState[];
  readonly incident_ids: readonly string[];
  /** All who stand in the payroll. */
  readonly people: readonly PersonState[];
  readonly payslips: readonly PayslipState[];
  readonly lines: readonly LineState[];
  readonly scores: readonly ScoreState[];
  readonly remembered: readonly RememberedMeasure[];
  readonly days: readonly DayState[];
}

/** What of a state later months are computed from: not what it says of its own pay. */
export type Remains = Omit<MonthState, 'payslips' | 'lines' | 'days'>;

/** What of a month's calculation its state is made of. */
export type Leaving = Pick<MonthResult, 'month' | 'agents' | 'facts' | 'months' | 'late' | 'charged'>;

/** The state that a month leaves. */
export function stateOf(result: Leaving): MonthState {
  const lines = result.agents.flatMap((one) => one.lines);
  return {
    month: result.month,
    signups: signupStates(result),
    unlisted: [],
    paid: [
      ...result.agents.flatMap((one) => commissionPaid(one, result.month)),
      ...lines.flatMap((line) =>
        line.column === 'prior_period' &&
        line.prior?.product !== undefined &&
        line.prior.correction === undefined
          ? [
              {
                month: line.prior.month,
                agent_id: line.agent_id,
                product: line.prior.product,
                amount: line.amount,
              },
            ]
          : [],
      ),
    ],
    gates: result.agents.flatMap(gatesOf),
    late: result.late.map(({ signup, points }) => ({ signup_id: signup.signup_id, points })),
    taken_back: lines.flatMap((line) =>
      line.column === 'clawbacks' && line.prior?.signup_id !== undefined
        ? [{ signup_id: line.prior.signup_id, amount: line.amount }]
        : [],
    ),
    charged: [...result.charged].flatMap(([component, keys]) => [...keys].map((key) => ({ component, key }))),
    debts: result.agents.flatMap(({ facts, payslip }) =>
      payslip.debt_out.n !== 0n && facts.plan.net.negative.value === 'carry'
        ? [{ agent_id: facts.agent.agent_id, amount: payslip.debt_out }]
        : [],
    ),
    blocked: lines.flatMap(blockedPart),
    incident_ids: (result.facts.exports.incidents ?? []).map((row) => row.incident_id).toSorted(byText),
    people: result.agents.map(({ facts }) => personState(facts)),
    payslips: result.agents.map(({ facts, payslip }) => ({ agent_id: facts.agent.agent_id, ...payslip })),
    lines: lineStates(lines),
    scores: result.agents.map((one) => ({
      agent_id: one.facts.agent.agent_id,
      score: one.score?.total?.value,
    })),
    remembered: result.months.flatMap((month) => [...rememberedMeasures(month), ...placementsOf(month)]),
    days: result.agents.flatMap(({ facts }) =>
      facts.days.map(({ date, successes, answered, dialled, met }) => ({
        agent_id: facts.agent.agent_id,
        date,
        successes,
        answered,
        dialled,
        met,
      })),
    ),
  };
}

type AgentResult = MonthResult['agents'][number];
type Line = AgentResult['lines'][number];

function signupStates(result: Leaving): SignupState[] {
  return result.agents.flatMap(({ facts }) => {
    const points = new Map(facts.commission.flatMap((own) => [...own.unitPoints]));
    return facts.signups.map(({ row, outcome }): SignupState => {
      const rows = result.facts.billing.get(customerProduct(row)) ?? [];
      const { signup_id, agent_id, signed_at, customer_no, product, at } = row;
      const billed = sum(rows.map((bill) => bill.amount));
      return {
        signup_id,
        agent_id,
        signed_at,
        customer_no,
        product,
        outcome,
        paid_points: points.get(signup_id),
        billed,
        at,
      };
    });
  });
}

function commissionPaid({ facts, lines }: AgentResult, month: Month): PaidState[] {
  return lines.flatMap((line) =>
    line.product === undefined
      ? []
      : [{ month, agent_id: facts.agent.agent_id, product: line.product, amount: line.amount }],
  );
}

/** Late bills and clawbacks must know later who was paid for his points, also who had none to be paid for. */
function gatesOf({ facts, notPaid }: AgentResult): PointsGate[] {
  if (facts.signups.length === 0) return [];
  return Object.entries(facts.plan.components).flatMap(([key, component]): PointsGate[] => {
    if (component.kind !== 'yuan_per_point' || !component.gate) return [];
    const open = !notPaid.some((one) => one.component === key);
    return [{ agent_id: facts.agent.agent_id, component: key, open }];
  });
}

function blockedPart(line: Line): BlockedState[] {
  const amount = line.amount.sub(line.applied);
  if (!line.penalty || amount.n === 0n) return [];
  const { agent_id, component, line_id } = line;
  const { date, source } = line.penalty;
  return [{ agent_id, component, line_id, class: line.penalty.class.value, date, source, amount }];
}

/** Lines as a state keeps them. */
export function lineStates(lines: readonly AppliedLine[]): LineState[] {
  return lines.map((line) => {
    const { agent_id, line_id, component, name, clause, column, product, prior, basis } = line;
    return {
      agent_id,
      line_id,
      component,
      name,
      clause,
      column,
      ...(product === undefined ? {} : { product }),
      ...(prior ? { prior } : {}),
      amount: signedAmount(line),
      basis,
    };
  });
}

function personState({ agent, absent }: AgentResult['facts']): PersonState {
  const { subsidy_phone, monthly_base, other } = agent;
  return {
    ...personOf(agent),
    absent,
    ...(subsidy_phone === undefined ? {} : { subsidy_phone }),
    ...(monthly_base ? { monthly_base } : {}),
    other,
  };
}

/** What is remembered of a person who is not there any more. */
export function personOf(agent: KnownPerson): KnownPerson {
  const { agent_id, name, team, role, hired_on, left_on, site, grade } = agent;
  return {
    agent_id,
    name,
    team,
    role,
    hired_on,
    ...(left_on === undefined ? {} : { left_on }),
    ...(site === undefined ? {} : { site }),
    ...(grade === undefined ? {} : { grade }),
  };
}
