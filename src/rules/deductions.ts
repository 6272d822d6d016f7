/** What a score section takes points off for: upheld incidents of a kind, or each of a measure of the month. */
import { INCIDENT_KINDS } from '../input/records.js';
import type { Plan } from './plan.js';

/** Whether a word is a kind of incident; of a section's `less` it is a measure otherwise. */
export const isIncidentKind = (word: string, { incidents }: Pick<Plan, 'incidents'>): boolean =>
  INCIDENT_KINDS.some((kind) => kind === word) || Object.hasOwn(incidents, word);
