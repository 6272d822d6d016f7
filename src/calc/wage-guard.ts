/** The wage guard: how much of a month's earnings penalties may take (handbook, section 9). */
import type { Currency } from '../base/currency.js';
import { type Exact, formatMoney, sum, ZERO } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import { byKeys } from '../base/order.js';
import { type Problem, problem } from '../base/problem.js';
import { CALC_PROBLEMS } from '../problems/calc.js';
import type { Guard, Plan } from '../rules/plan.js';
import type { AgentFacts } from './agent-facts.js';
import type { PayLine } from './pay-line.js';
import { restingOn, computed, given, rounded, ruled, type Trace } from './trace.js';

/** What the guard lets through of each line: the amount applied with its trace; other lines are applied whole. */
export interface GuardVerdict {
  readonly applied: ReadonlyMap<PayLine, Trace>;
  readonly problems: readonly Problem[];
}

const WHOLE: GuardVerdict = { applied: new Map(), problems: [] };

const LABELS = {
  earnings: { en: 'earnings of the month', zh: '当月收入' },
  base: { en: 'monthly base', zh: '月基本工资' },
  share: { en: 'share of earnings that penalties may take', zh: '扣款最多占收入的部分' },
  cap: { en: 'at most this share', zh: '最多比例' },
  floor: { en: 'must be left', zh: '至少应留' },
  left: { en: 'left of earnings after what goes first', zh: '扣除优先项目后的余额' },
  debt: { en: 'debt carried in', zh: '上期结转欠款' },
  zero: { en: 'nothing', zh: '零' },
  room: { en: 'room for penalties', zh: '可扣额度' },
  taken: { en: 'taken by earlier penalties', zh: '此前扣款已用' },
  rest: { en: 'room left', zh: '剩余额度' },
  applied: { en: 'applied, within the wage guard', zh: '工资保护范围内实扣' },
} satisfies Record<string, Localized>;

/** Whether a line pays, and takes nothing away. */
export const isEarning = (line: PayLine): boolean =>
  line.column !== 'penalties' && line.column !== 'clawbacks';

/** Holds an agent's penalties against the guard. In `report` mode it only warns. */
export function applyGuard(
  { net: { guard }, currency }: Pick<Plan, 'net' | 'currency'>,
  facts: AgentFacts,
  lines: readonly PayLine[],
  debtIn: Exact,
): GuardVerdict {
  if (!guard) return WHOLE;
  const guarded = lines.filter((line) => isGuarded(guard, line)).toSorted(byDate);
  if (guarded.length === 0) return WHOLE;
  const unheld = floorUnheld(guard, facts, lines);
  if (unheld) return { ...WHOLE, problems: [unheld] };
  const room = roomOf(guard, currency, facts, lines, debtIn);
  const total = sum(guarded.map((line) => line.amount));
  const enforced = guard.mode.value === 'enforce';
  return {
    applied: enforced ? fill(guarded, room) : new Map(),
    problems: total.compare(room.value) > 0 ? [exceeded(facts, total, room.value, enforced, currency)] : [],
  };
}

/** Why the floor can't be held for someone with penalties that it limits: what he earns is not known. */
export function floorUnheld(guard: Guard, facts: AgentFacts, lines: readonly PayLine[]): Problem | undefined {
  const { agent_id: agent, monthly_base, at } = facts.agent;
  if (!guard.floor || !countsBase(guard) || monthly_base) return undefined;
  if (!lines.some((line) => isGuarded(guard, line))) return undefined;
  return problem(CALC_PROBLEMS.no_base_for_floor, at, { agent });
}

/** Whether the monthly base is of the earnings, beside what the plan pays. */
export const countsBase = ({ earnings }: Guard): boolean => earnings?.value !== 'paid';

/** Whether a line is a penalty that the guard limits. */
export const isGuarded = (guard: Guard, line: PayLine): boolean =>
  line.column === 'penalties' &&
  line.penalty !== undefined &&
  guard.classes.value.includes(line.penalty.class.value);

/** The order in which penalties fill the room. */
const byDate = byKeys<PayLine>(
  (line) => line.penalty?.date ?? '',
  (line) => line.penalty?.source ?? '',
  (line) => line.line_id,
);

/**
 * The smaller of cap × earnings and what would be left above the floor, not below zero. Without a floor it is what
 * would be left at all: limited penalties wait for the next month, and make no debt.
 */
function roomOf(
  guard: Guard,
  { places }: Currency,
  facts: AgentFacts,
  lines: readonly PayLine[],
  debtIn: Exact,
): Trace {
  const named = (line: PayLine): Trace => given(line.name, line.amount);
  const base = countsBase(guard) ? facts.agent.monthly_base : undefined;
  const earnings = computed(
    'sum',
    LABELS.earnings,
    [
      ...(base ? [given(LABELS.base, base, { rows: [facts.agent.at] })] : []),
      ...lines.filter(isEarning).map(named),
    ],
    guard.earnings && restingOn(guard.earnings),
  );
  // Clawbacks and penalties that the guard does not cover go first.
  const first = lines.filter((line) => !isEarning(line) && !isGuarded(guard, line)).map(named);
  const floor = guard.floor ? [ruled(LABELS.floor, guard.floor)] : [];
  const left = computed('difference', LABELS.left, [
    earnings,
    ...first,
    given(LABELS.debt, debtIn),
    ...floor,
  ]);
  const limits = guard.cap
    ? [
        rounded(
          LABELS.share,
          computed('product', LABELS.share, [earnings, ruled(LABELS.cap, guard.cap)]),
          places,
        ),
        left,
      ]
    : [left];
  const room = computed('least', LABELS.room, limits, { rules: [guard.mode, guard.classes] });
  return computed('greatest', LABELS.room, [room, given(LABELS.zero, ZERO)]);
}

function fill(guarded: readonly PayLine[], room: Trace): Map<PayLine, Trace> {
  const applied = new Map<PayLine, Trace>();
  let taken = ZERO;
  for (const line of guarded) {
    const rest = computed('difference', LABELS.rest, [room, given(LABELS.taken, taken)]);
    const part = computed('least', LABELS.applied, [line.trace, rest]);
    applied.set(line, part);
    taken = taken.add(part.value);
  }
  return applied;
}

function exceeded(
  facts: AgentFacts,
  total: Exact,
  room: Exact,
  enforced: boolean,
  currency: Currency,
): Problem {
  const params = {
    agent: facts.agent.agent_id,
    penalties: formatMoney(total, currency),
    room: formatMoney(room, currency),
    blocked: formatMoney(total.sub(room), currency),
    enforced,
  };
  return problem(CALC_PROBLEMS.guard_exceeded, facts.agent.at, params);
}
