/** Measures and components are built of others: they must end at what is counted, and stay short enough to explain. */
import { RULE_PROBLEMS } from '../problems/rules.js';
import { type Need, needsOfComponent, needsOfMeasure, needsOfScore } from './dependencies.js';
import { Fault, type Faults, refuseAt } from './fault.js';
import type { Plan } from './plan.js';

type Parts = Pick<Plan, 'measures' | 'components' | 'score' | 'incidents'>;

/** Refuses what is built of itself, and what is built of more parts than anyone could follow. */
export function checkCircles(parts: Parts, faults: Faults): void {
  const reached = new Map<string, number>();
  const check = (name: string, path: readonly string[]): void => {
    const circle = circleFrom({ kind: 'measure', name }, parts);
    if (circle) refuseAt(faults, path, Fault.of(RULE_PROBLEMS.formula_circle, { circle }));
    else if (reachOf({ kind: 'measure', name }, parts, reached) > MOST_PARTS) {
      refuseAt(faults, path, Fault.of(RULE_PROBLEMS.formula_too_deep, { most: MOST_PARTS }));
    }
  };
  for (const name of Object.keys(parts.measures ?? {})) check(name, ['measures', name]);
  if (parts.score) check('score', ['score']);
}

/** What is built on one another must stay cheap to compute and short to explain. */
const MOST_PARTS = 1000;

function needsOf({ kind, name }: Need, parts: Parts): Need[] {
  const { measures, components } = parts;
  if (kind === 'component') {
    const component = components[name];
    return component ? needsOfComponent(component) : [];
  }
  if (name === 'score') return needsOfScore(parts);
  const declared = measures?.[name];
  return declared ? needsOfMeasure(declared) : [];
}

const keyOf = ({ kind, name }: Need): string => `${kind} ${name}`;

/** How many things something is built of, each counted as often as it is named. */
function reachOf(need: Need, parts: Parts, known: Map<string, number>): number {
  const key = keyOf(need);
  const found = known.get(key);
  if (found !== undefined) return found;
  // Set first: a circle among others is told where it is.
  known.set(key, 1);
  const reach = needsOf(need, parts).reduce((total, next) => total + reachOf(next, parts, known), 1);
  known.set(key, reach);
  return reach;
}

/** The way by which something needs itself, from it back to it; undefined where it does not. */
function circleFrom(start: Need, parts: Parts): string[] | undefined {
  const seen = new Set<string>();
  const search = (path: readonly Need[]): string[] | undefined => {
    const last = path.at(-1);
    for (const next of last ? needsOf(last, parts) : []) {
      if (keyOf(next) === keyOf(start)) return [...path, next].map(({ name }) => name);
      if (seen.has(keyOf(next))) continue;
      seen.add(keyOf(next));
      const found = search([...path, next]);
      if (found) return found;
    }
    return undefined;
  };
  return search([start]);
}
