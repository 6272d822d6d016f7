/** The people of agents.csv, as the checks of the other files need them. */
import { NearMisses } from './near.js';
import type { AgentRow } from './records.js';

export class KnownAgents {
  readonly #rows = new Map<string, AgentRow>();
  /** Ids of every row, sound or not: a mistake in a row of agents.csv is told once, there. */
  readonly #ids = new Set<string>();
  readonly #teams = new Set<string>();
  readonly #nearIds = new NearMisses();
  readonly #nearTeams = new NearMisses();
  /** Whether agents.csv was read whole; else nobody can be called unknown. */
  complete = false;

  /** Notes what could be read of a row. */
  see({ agent_id, team }: Partial<AgentRow>): void {
    if (agent_id !== undefined) {
      this.#ids.add(agent_id);
      this.#nearIds.add(agent_id);
    }
    if (team !== undefined) {
      this.#teams.add(team);
      this.#nearTeams.add(team);
    }
  }

  /** Notes a sound row. */
  add(row: AgentRow): void {
    this.#rows.set(row.agent_id, row);
  }

  isUnknown(agentId: string): boolean {
    return this.complete && !this.#ids.has(agentId);
  }

  isUnknownTeam(team: string): boolean {
    return this.complete && !this.#teams.has(team);
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
