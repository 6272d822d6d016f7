/** Gates that nobody can meet, and conditions in them that keep nobody out. */
import type { Place } from '../../base/problem.js';
import { type Problem, problem } from '../../base/problem.js';
import { ROLES } from '../../input/records.js';
import { LINT_PROBLEMS } from '../../problems/lint.js';
import type { Condition } from '../condition-shape.js';
import type { Component, Plan } from '../plan.js';
import { covers, EVERYBODY, possible } from './boxes.js';
import { type Atom, choicesOf, type Conjunction } from './conjunctions.js';
import type { Check } from './linted.js';
import { isAlwaysThere } from './measure-ranges.js';

export const gates: Check = ({ plan, placeOf }) =>
  Object.entries(plan.components).flatMap(([name, component]) => {
    if (component.kind === 'fine') return [];
    const at = placeOf('components', name, 'gate');
    return [
      ...elsewhere(name, component, plan, placeOf('components', name, 'roles')),
      ...faultsOf(name, component, plan, at),
    ];
  });

type Paying = Exclude<Component, { kind: 'fine' }>;

function faultsOf(of: string, { gate = [], roles }: Paying, plan: Plan, at: Place): Problem[] {
  const alone = gate.filter((one) => possible(choicesOf([one]), plan)?.length === 0);
  if (alone.length > 0) {
    return alone.map((one) =>
      problem(LINT_PROBLEMS.never_holds, placeOfCondition(one), { of, what: 'condition' }),
    );
  }
  const own: Conjunction = roles ? [{ kind: 'word', of: 'role', words: roles.value, in: true }] : [];
  const all = choicesOf(gate)?.map((atoms) => [...own, ...atoms]);
  if (possible(all, plan)?.length === 0) {
    return [problem(LINT_PROBLEMS.never_holds, at, { of, what: 'gate' })];
  }
  return gate
    .filter((one) => holdsForAll(one, plan))
    .map((one) => problem(LINT_PROBLEMS.always_holds, placeOfCondition(one), { of }));
}

/** Whether a condition lets everybody pass, and everybody has what it asks for. */
export function holdsForAll(condition: Condition, plan: Plan): boolean {
  const found = choicesOf([condition]);
  const everyRole = (atom: Atom): boolean =>
    atom.kind === 'word' && atom.of === 'role' && atom.in && ROLES.every((role) => atom.words.includes(role));
  const isThere = (atom: Atom): boolean => atom.kind !== 'number' || isAlwaysThere(atom.of, plan);
  return (
    found?.some(
      (atoms) =>
        atoms.every(everyRole) ||
        (atoms.every(isThere) &&
          possible([atoms], plan)?.some((box) => covers(box, EVERYBODY, plan)) === true),
    ) === true
  );
}

/** Where a condition says what it asks for. */
export function placeOfCondition(condition: Condition): Place {
  switch (condition.kind) {
    case 'comparison':
    case 'against':
      return condition.threshold.at;
    case 'belonging':
      return condition.words.at;
    case 'hiring':
      return condition.day.at;
    case 'not':
      return placeOfCondition(condition.not);
    case 'any':
    case 'all': {
      const [first] = condition.kind === 'any' ? condition.any : condition.all;
      return first ? placeOfCondition(first) : { file: '' };
    }
  }
}

/** A component for roles that the rules are not for. */
function elsewhere(of: string, { roles }: Paying, { applies_to: scope }: Plan, at: Place): Problem[] {
  const own = scope?.role;
  if (!roles || !own || roles.value.some((role) => own.includes(role))) return [];
  return [problem(LINT_PROBLEMS.role_elsewhere, at, { of, roles: roles.value, own })];
}
