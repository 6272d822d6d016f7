/** Pools and splits that are wrong: they refuse the month once, and leave nothing of it to whoever has a part. */
import { isError, type Problem } from '../../base/problem.js';
import { type Need, needsOfComponent, needsOfMeasure } from '../../rules/dependencies.js';
import type { MonthFacts } from '../agent-facts.js';
import { problemsOfPool } from '../pools.js';
import { problemsOfSplit } from '../splits.js';

/** The errors of every pool and split that a component or measure rests on, for whomever they are. */
export function failedDivisions(need: Need, month: MonthFacts): Problem[] {
  const seen = new Set<string>();
  const errors = new Set<Problem>();
  const visit = ({ kind, name }: Need): void => {
    const id = `${kind} ${name}`;
    if (seen.has(id)) return;
    seen.add(id);
    const { told, needs } = kind === 'component' ? componentAt(name, month) : measureAt(name, month);
    for (const one of told) if (isError(one)) errors.add(one);
    for (const one of needs) visit(one);
  };
  visit(need);
  return [...errors];
}

interface Part {
  readonly told: readonly Problem[];
  readonly needs: readonly Need[];
}

const NOTHING: Part = { told: [], needs: [] };

function componentAt(name: string, month: MonthFacts): Part {
  const component = month.plan.components[name];
  if (!component) return NOTHING;
  return { told: problemsOfPool(name, component, month), needs: needsOfComponent(component) };
}

function measureAt(name: string, month: MonthFacts): Part {
  const declared = month.plan.measures?.[name];
  // What is given for everybody was not computed.
  if (!declared || month.everyone.every((one) => one.given.has(name))) return NOTHING;
  const told = declared.kind === 'split' ? problemsOfSplit(name, declared, month) : [];
  return { told, needs: needsOfMeasure(declared) };
}
