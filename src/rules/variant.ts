/** A rule file tried in place of another: the rules that differ, and files with some of them changed. */
import type { YamlNode } from '../yaml/tree.js';
import { type LoadedPlan, loadTree } from './load.js';
import { type RuleChange, ruleChanges, withChanges } from './rule-changes.js';
import { withPartsOfPlans } from './shared-parts.js';

/** Rules that can only change together: one alone would make a file that means nothing. */
export interface ChangedRules {
  /** Their paths: `products.MAIL.points`. */
  readonly names: readonly string[];
  readonly changes: readonly RuleChange[];
}

export interface Variant {
  readonly before: LoadedPlan;
  readonly after: LoadedPlan;
  readonly rules: readonly ChangedRules[];
  /** The old file with these of its rules changed. */
  readonly withSome: (rules: readonly number[]) => LoadedPlan;
}

/** What differs between two rule files that were both found sound, each rule by itself. */
export function variantOf(before: LoadedPlan, after: LoadedPlan): Variant {
  const trees = { old: before.root, now: after.root };
  const rules = ruleChanges(trees.old, trees.now).map((one) => bundled([one]));
  return { before, after, rules, withSome: mixer(before, after, trees, rules) };
}

interface Trees {
  readonly old: YamlNode;
  readonly now: YamlNode;
}

/** Makes files with some of the rules changed, each once. Throws InseparableRules where that makes no sound file. */
function mixer(
  before: LoadedPlan,
  after: LoadedPlan,
  { old, now }: Trees,
  rules: readonly ChangedRules[],
): Variant['withSome'] {
  const known = new Map<string, LoadedPlan>();
  return (numbers) => {
    if (numbers.length === 0) return before;
    if (numbers.length === rules.length) return after;
    const key = numbers.join(' ');
    const mixed = known.get(key);
    if (mixed) return mixed;
    const some = numbers.flatMap((number) => rules[number]?.changes ?? []);
    const found = loadTree(withChanges(old, now, some), before.file);
    if ('problems' in found) throw new InseparableRules(some);
    const plan = withPartsOfPlans(found.plan, [before.plan, after.plan]);
    const file = { ...found, plan, bytes: before.bytes, sha256: before.sha256 };
    known.set(key, file);
    return file;
  };
}

/** The same variant with those rules together that make no sound file alone, or whose lack makes the new file unsound. */
export function boundTogether(variant: Variant): Variant {
  const { before, after, rules, withSome } = variant;
  const numbers = rules.map((_, number) => number);
  const stands = (some: readonly number[]): boolean => {
    try {
      withSome(some);
      return true;
    } catch (error) {
      if (error instanceof InseparableRules) return false;
      throw error;
    }
  };
  const free = numbers.filter((one) => stands([one]) && stands(numbers.filter((other) => other !== one)));
  const bound = rules.filter((_, number) => !free.includes(number)).flatMap(({ changes }) => changes);
  const separate = rules.filter((_, number) => free.includes(number));
  const all = bound.length > 0 ? [...separate, bundled(bound)] : separate;
  const trees = { old: before.root, now: after.root };
  return { before, after, rules: all, withSome: mixer(before, after, trees, all) };
}

/** Some of the changes make no sound file without others. */
export class InseparableRules extends Error {
  constructor(readonly changes: readonly RuleChange[]) {
    super(`inseparable: ${changes.map(({ name }) => name).join(', ')}`);
  }
}

/** The same variant with all of its changes as one. */
export function asOneRule(variant: Variant): Variant {
  const changes = variant.rules.flatMap((one) => one.changes);
  const rules = changes.length > 0 ? [bundled(changes)] : [];
  return { ...variant, rules, withSome: (some) => (some.length > 0 ? variant.after : variant.before) };
}

/** The same variant where the files are for different people: all of the difference is that one file holds at all. */
export const asWholeFile = (variant: Variant): Variant => ({
  ...asOneRule(variant),
  rules: [{ names: ['applies_to'], changes: [] }],
});

const bundled = (changes: readonly RuleChange[]): ChangedRules => ({
  names: changes.map(({ name }) => name),
  changes,
});
