/** What rule files, or two readings of one, have in common. */
import type { Plan } from './plan.js';

/**
 * `later` with the parts that `earlier` has just the same put in for its own: a value that did not change is one
 * object in both.
 */
export const withSharedParts = <T>(later: T, earlier: T): T => shared(later, earlier, () => false);

/**
 * The same for plans of different files, where nothing stands on the same line: what was computed by a part of one
 * serves for the other. The parts keep the places of the plan that was first.
 */
export const withPartsOfPlans = (plan: Plan, others: readonly Plan[]): Plan =>
  others.reduce((mine, other) => shared(mine, other, isPlace), plan);

/** `isNoMatter`: what makes no difference, where both have it. */
function shared<T>(later: T, earlier: T, isNoMatter: (part: object) => boolean): T;
function shared(later: unknown, earlier: unknown, isNoMatter: (part: object) => boolean): unknown {
  if (Object.is(later, earlier) || !isObject(later) || !isObject(earlier)) return later;
  if (isNoMatter(later) && isNoMatter(earlier)) return earlier;
  const prototype: unknown = Object.getPrototypeOf(later);
  if (prototype !== Object.getPrototypeOf(earlier)) return later;
  const before = Object.entries(earlier);
  const old = new Map<string, unknown>(before);
  const parts = Object.entries(later).map(([key, part]): [string, unknown] => [
    key,
    shared<unknown>(part, old.get(key), isNoMatter),
  ]);
  const isSame = ([key, part]: [string, unknown], index: number): boolean =>
    key === before[index]?.[0] && Object.is(part, before[index][1]);
  if (parts.length === before.length && parts.every(isSame)) return earlier;
  if (Array.isArray(later)) return parts.map(([, part]) => part);
  // Tables have no prototype. What has one of its own, such as a number, is the same as a whole or not at all.
  if (prototype !== null && prototype !== Object.prototype) return later;
  const whole: Record<string, unknown> = {};
  Object.setPrototypeOf(whole, prototype);
  for (const [key, part] of parts) whole[key] = part;
  return whole;
}

/** Something that a firm named cannot look like one: what stands under a name is never a bare number. */
const isPlace = (part: object): boolean =>
  'line' in part && typeof part.line === 'number' && 'column' in part && typeof part.column === 'number';

const isObject = (one: unknown): one is object => typeof one === 'object' && one !== null;
