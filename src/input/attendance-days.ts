/** Holds the attendance rows of a day against each other. */
import { INPUT_PROBLEMS } from '../problems/input.js';
import type { AttendanceRow, AttendanceStatus } from './records.js';
import type { RowReport } from './row-report.js';

/** Where an agent's day was told first, and how. */
interface Told {
  readonly status: string;
  readonly first: string;
}

/** Finds days that an agent was at work on by one row, and away from altogether by another. */
export class AttendanceDays {
  readonly #told = { there: new Map<string, Told>(), away: new Map<string, Told>() };

  check(row: Partial<AttendanceRow>, report: RowReport): void {
    const { agent_id, date, status, minutes } = row;
    if (agent_id === undefined || date === undefined || status === undefined) return;
    const presence = presenceOf(status, minutes);
    if (!presence) return;
    const key = `${agent_id}\t${date}`;
    const contrary = this.#told[presence === 'there' ? 'away' : 'there'].get(key);
    if (contrary) {
      const params = { agent: agent_id, date, other: contrary.status, first: contrary.first };
      report.cell(INPUT_PROBLEMS.presence_contradicted, 'status', params);
    }
    const own = this.#told[presence];
    if (!own.has(key)) own.set(key, { status, first: `${report.file}:${report.line}` });
  }
}

/** Leave beside presence is leave of some hours, and so is an absence that gives its minutes: no contradiction. */
function presenceOf(status: AttendanceStatus, minutes: number | undefined): 'there' | 'away' | undefined {
  switch (status) {
    case 'present':
    case 'late':
    case 'early_leave':
      return 'there';
    case 'absent':
      return minutes === undefined ? 'away' : undefined;
    case 'rest':
      return 'away';
    case 'leave':
      return undefined;
  }
}
