/** The people of agents.csv, as the checks of the other files need them. */
import { INPUT_PROBLEMS } from '../problems/input.js';
import { NearMisses } from './near.js';
import type { AgentRow } from './records.js';
import type { RowReport } from './row-report.js';

export class KnownAgents {
  readonly #rows = new Map<string, AgentRow>();
  /** Ids of every row, sound or not: a mistake in a row of agents.csv is told once, there. */
  readonly #ids = new Set<string>();
  readonly #teams = new Set<string>();
  readonly #nearIds = new NearMisses();
  readonly #nearTeams = new NearMisses();
  /** How many rows of agents.csv showed their id. */
  #shown = 0;
  /** By file: unknown ids that are not to be told there again. */
  readonly #told = new Map<string, Set<string>>();
  /** Whether agents.csv was read whole; else nobody can be called unknown. */
  #complete = false;
  /** Whether some row of agents.csv does not show whose it is. */
  #someHidden = false;

  /** Notes what could be read of a row. */
  see({ agent_id, team }: Partial<AgentRow>): void {
    if (agent_id !== undefined) {
      this.#shown += 1;
      this.#ids.add(agent_id);
      this.#nearIds.add(agent_id);
    }
    if (team !== undefined) {
      this.#teams.add(team);
      this.#nearTeams.add(team);
    }
  }

  /** Says that every row was seen, of which agents.csv has so many; `whole` if no part of it is unreadable. */
  end(rows: number, whole: boolean): void {
    this.#complete = whole;
    this.#someHidden = this.#shown < rows;
  }

  /**
   * Reports the id in `field` if nobody has it. Where a row of agents.csv hides its id, any id may be that one:
   * then each is told once per file, so that one bad row of agents.csv does not bury all else.
   */
  check(agentId: string, field: string, report: RowReport): void {
    if (!this.isUnknown(agentId)) return;
    if (this.#someHidden && this.#wasTold(agentId, report.file)) report.refuse();
    else report.cell(INPUT_PROBLEMS.unknown_agent, field, { near: this.near(agentId) });
  }

  #wasTold(agentId: string, file: string): boolean {
    const told = this.#told.get(file) ?? new Set();
    this.#told.set(file, told);
    if (told.has(agentId)) return true;
    told.add(agentId);
    return false;
  }

  /** Notes a sound row. */
  add(row: AgentRow): void {
    this.#rows.set(row.agent_id, row);
  }

  isUnknown(agentId: string): boolean {
    return this.#complete && !this.#ids.has(agentId);
  }

  isUnknownTeam(team: string): boolean {
    return this.#complete && !this.#teams.has(team);
  }

  row(agentId: string): AgentRow | undefined {
    return this.#rows.get(agentId);
  }

  rows(): Iterable<AgentRow> {
    return this.#rows.values();
  }

  near(agentId: string): string | undefined {
    return this.#nearIds.of(agentId);
  }

  nearTeam(team: string): string | undefined {
    return this.#nearTeams.of(team);
  }
}
