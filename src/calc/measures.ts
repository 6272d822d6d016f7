/** Measures: the numbers that gates, amounts and scores of a rule file can name. */
import { type Exact, sum, whole, ZERO } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import { byText } from '../base/order.js';
import { firstDay, fullMonths, lastDay } from '../base/period.js';
import type { AttendanceStatus, ContactRow, RowRef, TargetRow } from '../input/records.js';
import type { AgentFacts, MonthFacts } from './agent-facts.js';
import type { Plan } from '../rules/plan.js';
import { evaluate } from './formula.js';
import { assessedDaysTrace, missedDaysTrace, uncoveredMissesTrace } from './daily.js';
import { computed, given, type Trace } from './trace.js';

/** Why a measure has no value for an agent. */
export interface Absent {
  readonly absent: Localized;
  readonly cause:
    | 'no_target'
    | 'no_team_target'
    | 'no_contacts'
    | 'no_base'
    | 'no_measure'
    | 'skip'
    | 'no_daily_target'
    | 'zero_divisor';
}

export type Measured = { readonly trace: Trace } | Absent;

const have = (trace: Trace): Measured => ({ trace });

const LABELS = {
  counted: { en: 'counted sign-ups', zh: '算量户数' },
  gross: { en: 'sign-ups', zh: '受理户数' },
  target: { en: 'target', zh: '任务量' },
  attainment: { en: 'attainment', zh: '完成比例' },
  team_counted: { en: "the team's counted sign-ups", zh: '班组算量户数' },
  team_target: { en: "the team's target", zh: '班组任务量' },
  team_attainment: { en: "the team's attainment", zh: '班组完成比例' },
  employed: { en: 'days employed in the month', zh: '当月在职天数' },
  phone: { en: 'registered subsidy phone', zh: '登记的补贴号码' },
  unreached: { en: 'longest run of unreached contact attempts', zh: '最多连续联系不到次数' },
  base: { en: 'monthly base', zh: '月基本工资' },
  tenure: { en: 'full months since hiring', zh: '入职满月数' },
  late: { en: 'days late', zh: '迟到天数' },
  early: { en: 'days left early', zh: '早退天数' },
  absent: { en: 'days absent', zh: '旷工天数' },
} satisfies Record<string, Localized>;

const ABSENT = {
  no_target: { en: 'no target, or a target of zero', zh: '没有任务量，或任务量为零' },
  no_team_target: { en: 'the team has no target, or a target of zero', zh: '班组没有任务量，或任务量为零' },
  no_contacts: { en: 'contacts.csv is missing', zh: '缺少 contacts.csv' },
  no_base: { en: 'agents.csv gives no monthly base', zh: 'agents.csv 未填月基本工资' },
  no_measure: { en: 'measures.csv has no row for it', zh: 'measures.csv 中没有对应行' },
  skip: {
    en: 'no rows in measures.csv; the plan skips it then',
    zh: 'measures.csv 中没有对应行，按规则略过',
  },
  no_daily_target: { en: 'the plan has no daily target', zh: '规则中没有日考核' },
  zero_divisor: { en: 'its formula divides by zero', zh: '公式的除数为零' },
} satisfies Record<Absent['cause'], Localized>;

const lack = (cause: Absent['cause']): Absent => ({ absent: ABSENT[cause], cause });

/** The value of a measure for an agent in his month. The rule file was checked: every name is known. */
export function measure(name: string, facts: AgentFacts, month: MonthFacts): Measured {
  const target = month.plan.daily_target;
  const team = month.teams.get(facts.agent.team);
  switch (name) {
    case 'assessed_days':
      return target ? have(assessedDaysTrace(target, facts.days)) : lack('no_daily_target');
    case 'missed_days':
      return target ? have(missedDaysTrace(target, facts.days)) : lack('no_daily_target');
    case 'uncovered_misses':
      return target ? have(uncoveredMissesTrace(target, facts.days)) : lack('no_daily_target');
    case 'days_employed':
      return have(given(LABELS.employed, whole(daysEmployed(facts, month)), { rows: [facts.agent.at] }));
    case 'counted':
      return have(countedOf([facts], LABELS.counted));
    case 'gross':
      return have(
        given(LABELS.gross, whole(facts.signups.length), { rows: facts.signups.map((one) => one.row.at) }),
      );
    case 'target':
      return targetOf(facts.target, LABELS.target, 'no_target');
    case 'attainment':
      return ratio(LABELS.attainment, countedOf([facts], LABELS.counted), measure('target', facts, month));
    case 'team_counted':
      return have(countedOf(team?.members ?? [], LABELS.team_counted));
    case 'team_target':
      return targetOf(team?.target, LABELS.team_target, 'no_team_target');
    case 'team_attainment':
      return ratio(
        LABELS.team_attainment,
        countedOf(team?.members ?? [], LABELS.team_counted),
        measure('team_target', facts, month),
      );
    case 'subsidy_phone':
      return have(
        given(LABELS.phone, whole(facts.agent.subsidy_phone === undefined ? 0 : 1), {
          rows: [facts.agent.at],
        }),
      );
    case 'unreached_in_a_row':
      return facts.contacts ? have(longestUnreachedRun(facts.contacts)) : lack('no_contacts');
    case 'monthly_base':
      return monthlyBase(facts);
    case 'tenure_months':
      return have(
        given(LABELS.tenure, whole(fullMonths(facts.agent.hired_on, lastDay(month.month))), {
          rows: [facts.agent.at],
        }),
      );
    case 'late_days':
      return have(statusDays(facts, ['late'], LABELS.late));
    case 'early_leave_days':
      return have(statusDays(facts, ['early_leave'], LABELS.early));
    case 'absent_days':
      return have(statusDays(facts, ['absent'], LABELS.absent));
    default:
      return declaredMeasure(name, facts, month);
  }
}

export function monthlyBase(facts: AgentFacts): Measured {
  const base = facts.agent.monthly_base;
  return base ? have(given(LABELS.base, base, { rows: [facts.agent.at] })) : lack('no_base');
}

function countedOf(members: readonly AgentFacts[], label: Localized): Trace {
  const counted = members.flatMap((facts) => facts.signups.filter((one) => one.outcome === 'counted'));
  return given(label, whole(counted.length), { rows: counted.map((one) => one.row.at) });
}

function targetOf(row: TargetRow | undefined, label: Localized, cause: Absent['cause']): Measured {
  if (!row || row.target === 0) return lack(cause);
  return have(given(label, whole(row.target), { rows: [row.at] }));
}

function ratio(label: Localized, counted: Trace, target: Measured): Measured {
  return 'absent' in target ? target : have(computed('quotient', label, [counted, target.trace]));
}

function daysEmployed(facts: AgentFacts, { month }: MonthFacts): number {
  if (!facts.employed) return 0;
  const from = facts.agent.hired_on > firstDay(month) ? facts.agent.hired_on : firstDay(month);
  const left = facts.agent.left_on ?? lastDay(month);
  const until = left < lastDay(month) ? left : lastDay(month);
  return Number(until.slice(8)) - Number(from.slice(8)) + 1;
}

/** The longest run of unreached attempts, in the order of their times; a reached one resets it (P-25). */
function longestUnreachedRun(contacts: readonly ContactRow[]): Trace {
  let run: RowRef[] = [];
  let longest: RowRef[] = [];
  for (const contact of contacts.toSorted((a, b) => byText(a.at_time, b.at_time))) {
    run = contact.reached === 'no' ? [...run, contact.at] : [];
    if (run.length > longest.length) longest = run;
  }
  return given(LABELS.unreached, whole(longest.length), { rows: longest });
}

function statusDays(facts: AgentFacts, statuses: readonly AttendanceStatus[], label: Localized): Trace {
  const rows = facts.attendance.filter((row) => statuses.includes(row.status));
  return given(label, whole(new Set(rows.map((row) => row.date)).size), { rows: rows.map((row) => row.at) });
}

/** A measure of the rule file's own: by its formula, or the sum of the agent's rows of measures.csv. */
function declaredMeasure(name: string, facts: AgentFacts, month: MonthFacts): Measured {
  const declared = month.plan.measures?.[name];
  if (!declared) throw new Error(`no measure ${name} in the rule file`);
  switch (declared.kind) {
    case 'formula':
      return evaluate(declared.formula, declared.name, (part) => measure(part, facts, month));
    case 'signups':
      return have(countedSignups(declared, facts, month));
    case 'collected':
      return collected(name, declared, facts);
  }
}

type Declared<Kind> = Extract<NonNullable<Plan['measures']>[string], { kind: Kind }>;

/** How many of the person's or his team's sign-ups are of these products and had these outcomes. */
function countedSignups(
  { name, signups: { of, products, outcomes } }: Declared<'signups'>,
  facts: AgentFacts,
  month: MonthFacts,
): Trace {
  const members = of.value === 'person' ? [facts] : (month.teams.get(facts.agent.team)?.members ?? []);
  const found = members
    .flatMap((member) => member.signups)
    .filter(
      ({ row, outcome }) =>
        (!products || products.value.includes(row.product)) &&
        (!outcomes || outcomes.value.includes(outcome)),
    );
  const rules = [of, ...(products ? [products] : []), ...(outcomes ? [outcomes] : [])];
  return given(name, whole(found.length), { rows: found.map(({ row }) => row.at), rules });
}

function collected(name: string, declared: Declared<'collected'>, facts: AgentFacts): Measured {
  const rows = (facts.measures ?? []).filter((row) => row.measure === name);
  const total: Exact = rows.length > 0 ? sum(rows.map((row) => row.value)) : ZERO;
  const trace = given(declared.name, total, {
    rows: rows.map((row) => row.at),
    rules: [declared.when_absent],
  });
  if (rows.length > 0) return have(trace);
  switch (declared.when_absent.value) {
    case 'zero':
      return have(trace);
    case 'skip':
      return lack('skip');
    case 'error':
      return lack('no_measure');
  }
}
