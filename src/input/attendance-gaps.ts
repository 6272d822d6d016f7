/** Lays calls and attendance side by side: what looks like a gap in one of the exports is a warning. */
import { groupBy } from '../base/group.js';
import { daysOf, firstDay, lastDay, type Month, type PlainDate, type PlainTime } from '../base/period.js';
import type { ProblemLog } from '../base/problem-log.js';
import { problem, type ProblemKind } from '../base/problem.js';
import { INPUT_PROBLEMS } from '../problems/input.js';
import type { AgentRow, AttendanceRow } from './records.js';

/** The days of one month on which each agent has a call, a bit for each day. */
export class CallDays {
  readonly #days = new Map<string, number>();

  /** Notes that `agentId` has a call on the day (of the one month) of `time`. */
  note(agentId: string, time: PlainDate | PlainTime): void {
    const day = 1 << ((time.charCodeAt(8) - 48) * 10 + time.charCodeAt(9) - 48);
    const days = this.#days.get(agentId) ?? 0;
    if ((days & day) === 0) this.#days.set(agentId, days | day);
  }

  /** Which of the month's days an agent has calls on. */
  of(agentId: string, month: Month): PlainDate[] {
    const days = this.#days.get(agentId) ?? 0;
    return daysOf(month).filter((_, index) => (days & (1 << (index + 1))) !== 0);
  }

  get agents(): Iterable<string> {
    return this.#days.keys();
  }
}

/** Warns of days without calls, teams without attendance, and calls that the attendance does not bear out. */
export function findGaps(
  month: Month,
  agents: readonly AgentRow[],
  attendance: readonly AttendanceRow[],
  calls: CallDays,
  callsFile: string,
  log: ProblemLog,
): void {
  const sheet = new AttendanceSheet(attendance);
  findDaysWithoutCalls(month, sheet, calls, callsFile, log);
  findTeamsWithoutAttendance(month, agents, attendance, log);
  const { calls_without_attendance, calls_against_attendance } = INPUT_PROBLEMS;
  for (const agent of calls.agents) {
    const days = calls.of(agent, month);
    const without = days.filter((day) => sheet.on(agent, day) === 'nothing');
    const against = days.filter((day) => sheet.on(agent, day) === 'away');
    tellDays(calls_without_attendance, agent, without, callsFile, log);
    tellDays(calls_against_attendance, agent, against, callsFile, log);
  }
}

/** What the attendance of a day says: away only if no row of the day says otherwise. */
type DayState = 'there' | 'away' | 'nothing';

class AttendanceSheet {
  readonly #states = new Map<string, DayState>();
  readonly #present = new Map<PlainDate, Set<string>>();

  constructor(rows: readonly AttendanceRow[]) {
    for (const row of rows) {
      const key = `${row.agent_id}\t${row.date}`;
      const state = stateOf(row);
      if (this.#states.get(key) !== 'there') this.#states.set(key, state);
      if (state === 'there') this.#presentOn(row.date).add(row.agent_id);
    }
  }

  on(agentId: string, day: PlainDate): DayState {
    return this.#states.get(`${agentId}\t${day}`) ?? 'nothing';
  }

  /** How many agents were there on the day. */
  presentCount(day: PlainDate): number {
    return this.#presentOn(day).size;
  }

  #presentOn(day: PlainDate): Set<string> {
    const agents = this.#present.get(day) ?? new Set();
    this.#present.set(day, agents);
    return agents;
  }
}

/** A day with leave or absence alone is never an assessed one, however short they are. */
function stateOf({ status }: AttendanceRow): DayState {
  switch (status) {
    case 'present':
    case 'late':
    case 'early_leave':
      return 'there';
    case 'absent':
    case 'leave':
    case 'rest':
      return 'away';
  }
}

function findDaysWithoutCalls(
  month: Month,
  sheet: AttendanceSheet,
  calls: CallDays,
  callsFile: string,
  log: ProblemLog,
): void {
  const daysWithCalls = new Set([...calls.agents].flatMap((agent) => calls.of(agent, month)));
  for (const day of daysOf(month)) {
    const present = sheet.presentCount(day);
    if (present === 0 || daysWithCalls.has(day)) continue;
    log.add(problem(INPUT_PROBLEMS.day_without_calls, { file: callsFile }, { day, present }, { value: day }));
  }
}

function findTeamsWithoutAttendance(
  month: Month,
  agents: readonly AgentRow[],
  attendance: readonly AttendanceRow[],
  log: ProblemLog,
): void {
  const recorded = new Set(attendance.map((row) => row.agent_id));
  const employed = agents.filter(
    ({ hired_on, left_on }) => hired_on <= lastDay(month) && (left_on ?? lastDay(month)) >= firstDay(month),
  );
  for (const [team, members] of groupBy(employed, (agent) => agent.team)) {
    if (members.some((agent) => recorded.has(agent.agent_id))) continue;
    const params = { team, agents: members.length };
    log.add(
      problem(INPUT_PROBLEMS.team_without_attendance, { file: 'attendance.csv' }, params, { value: team }),
    );
  }
}

/** So many days of an agent are named, the others counted. */
const DAYS_NAMED = 3;

function tellDays(
  kind: ProblemKind<{ agent: string; count: number; days: readonly string[] }>,
  agent: string,
  days: readonly PlainDate[],
  file: string,
  log: ProblemLog,
): void {
  if (days.length === 0) return;
  const params = { agent, count: days.length, days: days.slice(0, DAYS_NAMED) };
  log.add(problem(kind, { file }, params, { value: agent }));
}
