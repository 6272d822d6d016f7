/** The measures that telepay counts itself, by the names of src/rules/measures.ts. */
import { computedOnce } from '../base/computed-once.js';
import { sum, whole } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import { byText } from '../base/order.js';
import {
  daysBetween,
  daysOf,
  firstDay,
  fullMonths,
  lastDay,
  monthOf,
  type PlainDate,
} from '../base/period.js';
import { weekdayOf } from '../base/weekday.js';
import type { AttendanceStatus, ContactRow, RowRef, TargetRow } from '../input/records.js';
import type { AgentFacts, MonthFacts, TeamFacts } from './agent-facts.js';
import { assessedDaysTrace, missedDaysTrace, uncoveredMissesTrace } from './daily.js';
import { have, lack, type Measured } from './measured.js';
import { measure } from './measures.js';
import { scoreOf } from './score.js';
import { monthsBefore } from './year.js';
import { restingOn, computed, given, type Ground, type Trace } from './trace.js';

const LABELS = {
  counted: { en: 'counted sign-ups', zh: '算量户数' },
  gross: { en: 'sign-ups', zh: '受理户数' },
  target: { en: 'target', zh: '任务量' },
  attainment: { en: 'attainment', zh: '完成比例' },
  team_counted: { en: "the team's counted sign-ups", zh: '班组算量户数' },
  team_target: { en: "the team's target", zh: '班组任务量' },
  team_attainment: { en: "the team's attainment", zh: '班组完成比例' },
  employed: { en: 'days employed in the month', zh: '当月在职天数' },
  calendar: { en: 'calendar days of the month', zh: '当月日历天数' },
  month_of_quarter: { en: 'month of the quarter', zh: '本季第几个月' },
  month_of_year: { en: 'month of the year', zh: '本年第几个月' },
  employed_at_end: { en: 'employed on the last day of the month', zh: '月末最后一天在职' },
  month_of_employment: { en: 'month of employment', zh: '入职第几个月' },
  tenure_days: { en: 'days since hiring', zh: '入职天数' },
  working: { en: 'working days of the month', zh: '当月工作日' },
  working_employed: { en: 'working days employed', zh: '当月在职的工作日' },
  team_size: { en: 'people of the team employed in the month', zh: '班组当月在职人数' },
  phone: { en: 'registered subsidy phone', zh: '登记的补贴号码' },
  unreached: { en: 'longest run of unreached contact attempts', zh: '最多连续联系不到次数' },
  base: { en: 'monthly base', zh: '月基本工资' },
  tenure: { en: 'full months from hiring to the end of the month', zh: '入职至月末满月数' },
  to_leaving: { en: 'full months from hiring to leaving', zh: '入职至离职满月数' },
  late: { en: 'days late', zh: '迟到天数' },
  early: { en: 'days left early', zh: '早退天数' },
  absent: { en: 'days absent', zh: '旷工天数' },
} satisfies Record<string, Localized>;

/** A measure that telepay counts itself; undefined where the rule file declares it. */
export function builtInMeasure(name: string, facts: AgentFacts, month: MonthFacts): Measured | undefined {
  const { plan } = month;
  const assessed = plan.daily_target && { plan, target: plan.daily_target, days: facts.days };
  const team = month.teams.get(facts.agent.team);
  switch (name) {
    case 'assessed_days':
      return assessed ? have(assessedDaysTrace(assessed)) : lack('no_daily_target');
    case 'missed_days':
      return assessed ? have(missedDaysTrace(assessed)) : lack('no_daily_target');
    case 'uncovered_misses':
      return assessed ? have(uncoveredMissesTrace(assessed)) : lack('no_daily_target');
    case 'days_employed':
      return have(
        given(LABELS.employed, whole(employedDays(facts, month).length), { rows: [facts.agent.at] }),
      );
    case 'employed_at_end': {
      const isThere = employedDays(facts, month).at(-1) === lastDay(month.month);
      return have(given(LABELS.employed_at_end, whole(isThere ? 1 : 0), { rows: [facts.agent.at] }));
    }
    case 'month_of_employment': {
      const { hired_on, at } = facts.agent;
      const since = fullMonths(firstDay(monthOf(hired_on)), firstDay(month.month));
      const number = hired_on > lastDay(month.month) ? 0 : since + 1;
      return have(given(LABELS.month_of_employment, whole(number), { rows: [at] }));
    }
    case 'calendar_days':
      return have(given(LABELS.calendar, whole(daysOf(month.month).length)));
    case 'month_of_quarter':
      return have(
        given(LABELS.month_of_quarter, whole(monthsBefore('quarter', month).length + 1), yearGround(month)),
      );
    case 'month_of_year':
      return have(
        given(LABELS.month_of_year, whole(monthsBefore('year', month).length + 1), yearGround(month)),
      );
    case 'working_days':
      return workingDays(LABELS.working, daysOf(month.month), month);
    case 'working_days_employed':
      return workingDays(LABELS.working_employed, employedDays(facts, month), month);
    case 'counted':
      return have(countedOf([facts], LABELS.counted));
    case 'gross':
      return have(
        given(LABELS.gross, whole(facts.signups.length), { rows: facts.signups.map((one) => one.row.at) }),
      );
    case 'target':
      return targetOf(facts.target, LABELS.target, 'no_target');
    case 'attainment':
      return attained(
        LABELS.attainment,
        measure('counted', facts, month),
        measure('target', facts, month),
        'no_target',
      );
    case 'team_size': {
      const members = (team?.members ?? []).filter((one) => one.employed);
      return have(
        given(LABELS.team_size, whole(members.length), { rows: members.map((one) => one.agent.at) }),
      );
    }
    case 'team_counted':
      return have(team ? teamCounted(team) : countedOf([], LABELS.team_counted));
    case 'team_target':
      return targetOf(team?.target, LABELS.team_target, 'no_team_target');
    case 'team_attainment':
      return attained(
        LABELS.team_attainment,
        measure('team_counted', facts, month),
        measure('team_target', facts, month),
        'no_team_target',
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
    case 'tenure_months_to_leaving': {
      const { hired_on, left_on, at } = facts.agent;
      const until = left_on !== undefined && left_on < lastDay(month.month) ? left_on : lastDay(month.month);
      return have(given(LABELS.to_leaving, whole(fullMonths(hired_on, until)), { rows: [at] }));
    }
    case 'tenure_days': {
      const days = daysBetween(facts.agent.hired_on, lastDay(month.month));
      return have(given(LABELS.tenure_days, whole(Math.max(0, days)), { rows: [facts.agent.at] }));
    }
    case 'late_days':
      return have(statusDays(facts, ['late'], LABELS.late));
    case 'early_leave_days':
      return have(statusDays(facts, ['early_leave'], LABELS.early));
    case 'absent_days':
      return have(statusDays(facts, ['absent'], LABELS.absent));
    case 'score':
      return totalScore(facts, month);
    default:
      return undefined;
  }
}

export function monthlyBase(facts: AgentFacts): Measured {
  const base = facts.agent.monthly_base;
  return base ? have(given(LABELS.base, base, { rows: [facts.agent.at] })) : lack('no_base');
}

const known = new WeakMap<TeamFacts, Trace>();

/** One number for all of the team, however many ask for it. */
const teamCounted = (team: TeamFacts): Trace =>
  computedOnce(known, team, () => countedOf(team.members, LABELS.team_counted));

/** The counted sign-ups of these people; of those for whom an example gives their number, that. */
function countedOf(members: readonly AgentFacts[], label: Localized): Trace {
  const stated = members.flatMap((facts) => facts.given.get('counted') ?? []);
  const counted = members.flatMap((facts) =>
    facts.given.has('counted') ? [] : facts.signups.filter((one) => one.outcome === 'counted'),
  );
  return given(label, sum([whole(counted.length), ...stated.map(({ value }) => value)]), {
    rows: [...counted.map((one) => one.row.at), ...stated.flatMap(({ rows }) => rows)],
  });
}

function targetOf(
  row: TargetRow | undefined,
  label: Localized,
  cause: 'no_target' | 'no_team_target',
): Measured {
  if (!row || row.target === 0) return lack(cause);
  return have(given(label, whole(row.target), { rows: [row.at] }));
}

type NoTarget = 'no_target' | 'no_team_target';

/** An example can give a target of zero: there is no part of nothing. */
function attained(label: Localized, counted: Measured, target: Measured, cause: NoTarget): Measured {
  if ('absent' in counted) return counted;
  if ('absent' in target) return target;
  if (target.trace.value.n === 0n) return lack(cause);
  return have(computed('quotient', label, [counted.trace, target.trace]));
}

/** The rule by which years and quarters begin, where there is one. */
const yearGround = ({ plan }: MonthFacts): Ground =>
  plan.year_begins_in ? restingOn(plan.year_begins_in) : {};

function employedDays(facts: AgentFacts, { month }: MonthFacts): PlainDate[] {
  const { hired_on, left_on } = facts.agent;
  if (!facts.employed) return [];
  return daysOf(month).filter((day) => day >= hired_on && (left_on === undefined || day <= left_on));
}

/** The working days among these days of the month. A calendar that ends before the month can't tell. */
function workingDays(label: Localized, days: readonly PlainDate[], { plan, month }: MonthFacts): Measured {
  const { calendar } = plan;
  if (!calendar || calendar.until.value < lastDay(month)) return lack('no_calendar');
  const { weekdays, holidays, extra_days } = calendar;
  const working = days.filter((day) => {
    if (holidays?.value.includes(day)) return false;
    return extra_days?.value.includes(day) === true || weekdays.value.includes(weekdayOf(day));
  });
  const rules = [weekdays, holidays, extra_days].filter((rule) => rule !== undefined);
  return have(given(label, whole(working.length), { rules }));
}

function totalScore(facts: AgentFacts, month: MonthFacts): Measured {
  const sheet = scoreOf(facts, month);
  if (sheet?.total) return have(sheet.total);
  return sheet?.missing?.absent ?? lack('no_score');
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
