/** A rule file as the checks of lint see it: the plan, each of its dated versions, and where its parts stand. */
import type { Place } from '../../base/problem.js';
import type { Problem } from '../../base/problem.js';
import { readYaml } from '../../yaml/read.js';
import { keyPlaceOf, type YamlNode } from '../../yaml/tree.js';
import type { LoadedPlan } from '../load.js';
import type { Plan } from '../plan.js';

export interface Linted {
  readonly rules: LoadedPlan;
  readonly root: YamlNode;
  readonly text: string;
  /** The plan as it begins, and as it is from the date of each change on. */
  readonly plans: readonly Plan[];
}

/** What a check looks at: one version of a plan, in its file. */
export interface Subject {
  readonly plan: Plan;
  /** Where the key at a path stands, such as that of a measure. */
  readonly placeOf: (...path: readonly string[]) => Place;
}

/** A check of one version of a plan. */
export type Check = (subject: Subject) => readonly Problem[];

/** The file opened for its places; it was read as a sound one before. */
export function openForLint(rules: LoadedPlan): Linted {
  const reading = readYaml(rules.bytes, rules.file);
  if (!('root' in reading)) throw new Error(`${rules.file} was loaded and can't be read again`);
  const { plan } = rules;
  const plans = [plan, ...(plan.changes ?? []).map((change) => change.plan)];
  return { rules, root: reading.root, text: reading.text, plans };
}

export const placesIn =
  ({ root }: Pick<Linted, 'root'>): Subject['placeOf'] =>
  (...path) =>
    keyPlaceOf(root, path);
