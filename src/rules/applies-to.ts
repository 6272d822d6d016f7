/** For whom a rule file is, where a firm has several plans at once. */
import type { z } from 'zod';
import { type Role, ROLES } from '../input/records.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { Fault, refuse } from './fault.js';
import { options, texts } from './leaf-shape.js';
import { mapping } from './shape.js';

/** Whom a plan is for: all that is given must match. A plan without it is for everybody. */
export const appliesTo = mapping({
  site: texts.optional(),
  team: texts.optional(),
  role: options(...ROLES).optional(),
}).superRefine((scope, faults) => {
  if (KEYS.every((key) => scope[key] === undefined))
    refuse(faults, Fault.of(RULE_PROBLEMS.applies_to_nothing, {}));
});

const KEYS = ['site', 'team', 'role'] as const;

export type AppliesTo = z.output<typeof appliesTo>;

/** What of a person decides which plan is his. */
export interface Placed {
  readonly site?: string;
  readonly team: string;
  readonly role: Role;
}

/** Whether a plan for these is for this person. Someone without a site is at none of those that a plan names. */
export function matches(scope: AppliesTo | undefined, person: Placed): boolean {
  return KEYS.every((key) => {
    const wanted: readonly string[] | undefined = scope?.[key];
    const own = person[key];
    return wanted === undefined || (own !== undefined && wanted.includes(own));
  });
}

/** Whether there can be a person whom both are for. */
export const canMeet = (one: AppliesTo | undefined, other: AppliesTo | undefined): boolean =>
  KEYS.every((key) => {
    const first: readonly string[] | undefined = one?.[key];
    const second: readonly string[] | undefined = other?.[key];
    return !first || !second || first.some((word) => second.includes(word));
  });

/** Whether both are for the very same, in whatever order it is written. */
export const isSame = (one: AppliesTo | undefined, other: AppliesTo | undefined): boolean =>
  textOf(one) === textOf(other);

const textOf = (scope: AppliesTo | undefined): string =>
  JSON.stringify(KEYS.map((key) => [...(scope?.[key] ?? [])].toSorted()));
