/** Interrupted runs of a month that has reports already. */
import { join } from 'node:path';
import { filesBelow, MONTH, telepay, workspaceWith, writeMonth } from '../cli/program.js';
import type { Files } from '../input/month-folder.js';
import { Patient } from './interrupted.js';

export type Reports = ReadonlyMap<string, string> | undefined;

export class RunPatient extends Patient {
  /** The good reports, by name. */
  readonly old: Reports;

  private constructor(workspace: string) {
    super(workspace, 'out', ['run', MONTH]);
    this.old = this.reports();
  }

  /** One with the reports of `before`, and `now` as the exports that further runs will find. */
  static async with(before: Files, now: Files): Promise<RunPatient> {
    const workspace = workspaceWith(before);
    await telepay(['run', MONTH], { cwd: workspace });
    writeMonth(workspace, now);
    return new RunPatient(workspace);
  }

  static twice(before: Files, now: Files): Promise<[RunPatient, RunPatient]> {
    return Promise.all([RunPatient.with(before, now), RunPatient.with(before, now)]);
  }

  /** The month's reports as they stand now, with what marks them as stale; undefined when there is no such folder. */
  reports(): Reports {
    return filesBelow(join(this.folder, MONTH));
  }

  /** Those that an interrupted replacement has set aside. */
  setAside(): Reports {
    return filesBelow(join(this.folder, `.${MONTH}.old`));
  }
}

export function sameFiles(one: Reports, other: Reports): boolean {
  return (
    one?.size === other?.size && [...(one ?? [])].every(([name, content]) => other?.get(name) === content)
  );
}
