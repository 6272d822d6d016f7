/** Checks that pay nothing: handbook, section 8. */
import { type Exact, formatFixed, round } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import type { Localized } from '../base/localized.js';
import { byKeys } from '../base/order.js';
import { addDays, addMonths, dateOf, monthOf, type PlainDate } from '../base/period.js';
import { type Problem, problem } from '../base/problem.js';
import { CALC_PROBLEMS } from '../problems/calc.js';
import type { MonthFacts } from './agent-facts.js';
import { leadsOfDays } from './exports-by-person.js';
import { isAbsence } from './attendance-fines.js';
import type { ScoreSheet } from './score.js';

export const CHECKS = [
  'dnd_call',
  'talks_short',
  'leads_short',
  'retraining',
  'trial_over',
  'absence',
] as const;
export type CheckName = (typeof CHECKS)[number];

/** Something a duty manager or clerk should look at. */
export interface CheckFinding {
  readonly check: CheckName;
  readonly clause: string;
  readonly agent_id: string;
  /** The day it is about; empty where it is about the month. */
  readonly date: PlainDate | '';
  /** Whom or what it is about beside the agent: a customer's number, a status. */
  readonly subject: string;
  readonly detail: Localized;
}

export interface CheckResults {
  readonly findings: readonly CheckFinding[];
  readonly problems: readonly Problem[];
}

/** All findings, by each plan for those it is for, in the order of the checks, then agent, date and subject. */
export function runChecks(
  months: readonly MonthFacts[],
  scores: ReadonlyMap<string, ScoreSheet>,
): CheckResults {
  const findings = months.flatMap((month) => [
    ...doNotDisturbCalls(month),
    ...talksShort(month),
    ...leadsShort(month),
    ...retraining(month, scores),
    ...trialsOver(month),
    ...absences(month),
  ]);
  const order = byKeys<CheckFinding>(
    (one) => String(CHECKS.indexOf(one.check)),
    (one) => one.agent_id,
    (one) => one.date,
    (one) => one.subject,
    (one) => one.detail.en,
  );
  return { findings: findings.toSorted(order), problems: notMade(months) };
}

/** Checks that the plan wants and activity.csv can't serve; missing files were told when they were read. */
function notMade(months: readonly MonthFacts[]): Problem[] {
  if (months.every(({ plan, activity }) => !plan.checks.funnel || activity.funnel)) return [];
  return [problem(CALC_PROBLEMS.no_funnel, { file: 'activity.csv' }, {})];
}

/** D-5: an outbound call to a listed number, so many days or more after it was listed. */
function doNotDisturbCalls(month: MonthFacts): CheckFinding[] {
  const check = month.plan.checks.do_not_disturb;
  if (!check || !month.exports.do_not_disturb) return [];
  return (month.activity.do_not_disturb ?? []).flatMap(({ call, listed_on }): CheckFinding[] => {
    const date = dateOf(call.started_at);
    if (month.plans.of(call.agent_id) !== month.plan) return [];
    if (date < addDays(listed_on, check.from_day_after_listing.value)) return [];
    const detail = {
      en: `call ${call.call_id} at ${call.started_at}; listed on ${listed_on}`,
      zh: `${call.started_at} 呼叫 ${call.call_id};${listed_on} 已列入免打扰`,
    };
    return [
      {
        check: 'dnd_call',
        clause: check.clause,
        agent_id: call.agent_id,
        date,
        subject: call.customer_no,
        detail,
      },
    ];
  });
}

/** D-1: a duty manager talks with a share of the others of the team, different people, managers apart. */
function talksShort(month: MonthFacts): CheckFinding[] {
  const check = month.plan.checks.talks;
  if (!check || !month.exports.talks) return [];
  const talks = groupBy(month.exports.talks, (row) => row.manager_id);
  const managers = month.agents.filter((facts) => facts.agent.role === 'duty_manager' && facts.employed);
  return managers.flatMap((manager): CheckFinding[] => {
    const { agent_id: id, team } = manager.agent;
    const others = new Set(teamOthers(month, team));
    const had = new Set((talks.get(id) ?? []).map((row) => row.agent_id).filter((agent) => others.has(agent)))
      .size;
    const share = check.share.value.mul(others.size);
    const needed = Number(round(share, 0, check.rounded.value).n);
    if (had >= needed) return [];
    const detail = {
      en: `${had} of ${needed} talks (${check.share.text} of ${others.size})`,
      zh: `已交流 ${had} 人，应 ${needed} 人（${others.size} 人的 ${check.share.text}）`,
    };
    return [{ check: 'talks_short', clause: check.clause, agent_id: id, date: '', subject: team, detail }];
  });
}

function teamOthers(month: MonthFacts, team: string): string[] {
  return (month.teams.get(team)?.members ?? [])
    .filter((facts) => facts.employed && facts.agent.role !== 'duty_manager')
    .map((facts) => facts.agent.agent_id);
}

/** H2-1: so many different customer records on each assessed day. */
function leadsShort(month: MonthFacts): CheckFinding[] {
  const check = month.plan.checks.leads;
  if (!check || !month.exports.leads) return [];
  return month.agents.flatMap((facts) => {
    const collectedOn = facts.leads && leadsOfDays(facts.leads);
    return facts.days.flatMap((day): CheckFinding[] => {
      const collected = collectedOn?.get(day.date) ?? 0;
      if (collected >= check.per_day.value) return [];
      const detail = {
        en: `${collected} of ${check.per_day.value} customer records`,
        zh: `收集 ${collected} 条，应 ${check.per_day.value} 条`,
      };
      const { agent_id } = facts.agent;
      return [{ check: 'leads_short', clause: check.clause, agent_id, date: day.date, subject: '', detail }];
    });
  });
}

/** a monthly score below the threshold. */
function retraining(month: MonthFacts, scores: ReadonlyMap<string, ScoreSheet>): CheckFinding[] {
  const check = month.plan.checks.retraining;
  if (!check) return [];
  return month.agents.flatMap((facts): CheckFinding[] => {
    const { agent_id } = facts.agent;
    const total = scores.get(agent_id)?.total?.value;
    if (!facts.employed || !total || total.compare(check.score_below.value) >= 0) return [];
    const shown = formatScore(total, month.plan.score?.places.value ?? 0);
    const detail = {
      en: `score ${shown}, below ${check.score_below.text}`,
      zh: `得分 ${shown}，低于 ${check.score_below.text}`,
    };
    return [{ check: 'retraining', clause: check.clause, agent_id, date: '', subject: '', detail }];
  });
}

const formatScore = (score: Exact, places: number): string => formatFixed(round(score, places), places);

/** G-6: the trial of so many months ends in this month. */
function trialsOver(month: MonthFacts): CheckFinding[] {
  const check = month.plan.checks.trial;
  if (!check) return [];
  return month.agents.flatMap((facts): CheckFinding[] => {
    const { agent_id, hired_on } = facts.agent;
    const date = addMonths(hired_on, check.months.value);
    if (monthOf(date) !== month.month || !facts.employed) return [];
    const detail = { en: `hired on ${hired_on}`, zh: `${hired_on} 入职` };
    return [{ check: 'trial_over', clause: check.clause, agent_id, date, subject: '', detail }];
  });
}

/** absence, also by leave that was not approved. */
function absences(month: MonthFacts): CheckFinding[] {
  const check = month.plan.checks.absence;
  if (!check) return [];
  return month.agents.flatMap((facts) =>
    facts.attendance
      .filter((row) => isAbsence(row, month.plan))
      .map((row): CheckFinding => {
        const detail =
          row.status === 'absent'
            ? { en: 'marked absent', zh: '考勤记为旷工' }
            : { en: 'leave that was not approved', zh: '请假未获批准' };
        const { agent_id } = facts.agent;
        return {
          check: 'absence',
          clause: check.clause,
          agent_id,
          date: row.date,
          subject: row.status,
          detail,
        };
      }),
  );
}
