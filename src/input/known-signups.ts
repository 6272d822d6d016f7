/** The sign-ups of this month and of closed ones, as incidents and billing rows name them. */
import { NearMisses } from './near.js';
import type { KnownPast, SignupRow } from './records.js';

export class KnownSignups {
  readonly #past: KnownPast;
  /** Whose the sign-ups of this month are; undefined where a mistake in the row hides it. */
  readonly #agents = new Map<string, string | undefined>();
  #nearIds: NearMisses | undefined;
  /** Whether signups.csv was read whole; else no sign-up can be called unknown. */
  complete = false;

  constructor(past: KnownPast) {
    this.#past = past;
  }

  /** Notes what could be read of a row. */
  see({ signup_id, agent_id }: Partial<SignupRow>): void {
    if (signup_id === undefined) return;
    if (!this.#agents.has(signup_id)) this.#agents.set(signup_id, agent_id);
  }

  isUnknown(signupId: string): boolean {
    return this.complete && !this.#agents.has(signupId) && !this.#past.signup_agents.has(signupId);
  }

  agentOf(signupId: string): string | undefined {
    return this.#agents.get(signupId) ?? this.#past.signup_agents.get(signupId);
  }

  /** To be asked only after all sign-ups were seen. */
  near(signupId: string): string | undefined {
    this.#nearIds ??= new NearMisses(this.#agents.keys());
    return this.#nearIds.of(signupId);
  }
}
