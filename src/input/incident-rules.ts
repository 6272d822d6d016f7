/** Holds incidents against the people and sign-ups that they name. */
import { INPUT_PROBLEMS } from '../problems/input.js';
import type { KnownAgents } from './known-agents.js';
import type { KnownSignups } from './known-signups.js';
import type { WordsOfPeople } from './plan-words.js';
import type { IncidentRow, KnownPast } from './records.js';
import type { RowReport } from './row-report.js';

export class IncidentRules {
  readonly #words: WordsOfPeople;
  readonly #past: KnownPast;
  readonly #agents: KnownAgents;
  readonly #signups: KnownSignups;

  constructor(words: WordsOfPeople, past: KnownPast, agents: KnownAgents, signups: KnownSignups) {
    this.#words = words;
    this.#past = past;
    this.#agents = agents;
    this.#signups = signups;
  }

  check(row: Partial<IncidentRow>, report: RowReport): void {
    const { incident_id, agent_id } = row;
    if (incident_id !== undefined && this.#past.incident_ids.has(incident_id)) {
      report.cell(INPUT_PROBLEMS.id_of_closed_month, 'incident_id', {});
    }
    // Someone who left in an earlier month may still be fined.
    if (agent_id !== undefined && !this.#past.agent_ids.has(agent_id)) {
      this.#agents.check(agent_id, 'agent_id', report);
    }
    this.#words.check(agent_id, 'incident_kinds', row.kind, 'kind', report);
    this.#checkSignup(row, report);
    checkCause(row, report);
  }

  #checkSignup({ kind, upheld, signup_id, agent_id }: Partial<IncidentRow>, report: RowReport): void {
    if (kind === undefined || upheld === undefined || agent_id === undefined) return;
    const forces = upheld === 'yes' && this.#words.of(agent_id).forcing_kinds.has(kind);
    if (signup_id === undefined) {
      if (forces) report.cell(INPUT_PROBLEMS.forced_without_signup, 'signup_id', { kind });
      return;
    }
    if (this.#signups.isUnknown(signup_id)) {
      if (forces) {
        const near = this.#signups.near(signup_id);
        report.cell(INPUT_PROBLEMS.forced_signup_unknown, 'signup_id', { kind, near });
      } else {
        report.cell(INPUT_PROBLEMS.incident_signup_unknown, 'signup_id', {});
      }
      return;
    }
    const owner = this.#signups.agentOf(signup_id);
    if (owner === undefined || owner === agent_id) return;
    const words = { agent: agent_id, owner };
    if (forces) report.cell(INPUT_PROBLEMS.forced_signup_of_other, 'signup_id', { kind, ...words });
    else report.cell(INPUT_PROBLEMS.incident_signup_of_other, 'signup_id', words);
  }
}

/** Warns of an upheld complaint without cause. That the whole column is missing, or a cause is misspelt, was told. */
function checkCause({ kind, upheld, cause }: Partial<IncidentRow>, report: RowReport): void {
  if (kind !== 'complaint' || upheld !== 'yes' || cause !== undefined) return;
  if (report.has('cause') && !report.faulty) report.cell(INPUT_PROBLEMS.complaint_without_cause, 'cause', {});
}
