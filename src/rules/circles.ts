/** Measures and components are built of others: they must end at what is counted, and stay short enough to explain. */
import { RULE_PROBLEMS } from '../problems/rules.js';
import { type Need, needsOfComponent, needsOfMeasure, needsOfScore } from './dependencies.js';
import { Fault, type Faults, refuse, type Written } from './fault.js';
import type { DeclaredMeasure } from './measure-shape.js';
import type { Plan } from './plan.js';

type Parts = Pick<Plan, 'measures' | 'components' | 'score'>;

/** Refuses what is built of itself, and what is built of more parts than anyone could follow. */
export function checkCircles(parts: Parts, faults: Faults): void {
  const reached = new Map<string, number>();
  const check = (name: string, about: Written | undefined): void => {
    const circle = circleFrom({ kind: 'measure', name }, parts);
    if (circle) refuse(faults, Fault.of(RULE_PROBLEMS.formula_circle, { circle }), about);
    else if (reachOf({ kind: 'measure', name }, parts, reached) > MOST_PARTS) {
      refuse(faults, Fault.of(RULE_PROBLEMS.formula_too_deep, { most: MOST_PARTS }), about);
    }
  };
  for (const [name, declared] of Object.entries(parts.measures ?? {})) check(name, whereOf(declared));
  if (parts.score) check('score', parts.score.places);
}

/** A value of the measure, for messages to point at. */
function whereOf(declared: DeclaredMeasure): Written | undefined {
  switch (declared.kind) {
    case 'formula':
      return declared.formula;
    case 'amount_of':
      return declared.amount_of;
    case 'total':
      return declared.total.over;
    case 'split':
      return declared.split.of;
    default:
      return undefined;
  }
}

/** What is built on one another must stay cheap to compute and short to explain. */
const MOST_PARTS = 1000;

function needsOf({ kind, name }: Need, { measures, components, score }: Parts): Need[] {
  if (kind === 'component') {
    const component = components[name];
    return component ? needsOfComponent(component) : [];
  }
  if (name === 'score') return needsOfScore(score);
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
