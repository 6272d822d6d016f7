/** Clauses that say how much, and that no value rests on. */
import { type Problem, problem } from '../../base/problem.js';
import { LINT_PROBLEMS } from '../../problems/lint.js';
import type { YamlNode } from '../../yaml/tree.js';
import { type Linted, placesIn } from './linted.js';

/**
 * A handbook says much that is no rule of pay, so that only clauses with a number in their words are told: and not where
 * another clause with the same words is named.
 */
export function idleClauses(file: Linted): Problem[] {
  const { clauses } = file.rules.plan;
  const named = new Set(clausesNamedIn(file.root));
  const placeOf = placesIn(file);
  const spoken = new Set([...named].flatMap((id) => clauses[id]?.fragment ?? []));
  return Object.entries(clauses).flatMap(([clause, { fragment: words }]) => {
    if (named.has(clause) || spoken.has(words) || !/\d/u.test(words)) return [];
    return [problem(LINT_PROBLEMS.clause_without_rule, placeOf('clauses', clause), { clause, words })];
  });
}

const KEYS: readonly string[] = ['clause', 'stated', 'assumed', 'confirmed'];

/** The clauses that marks and components name, in every version; examples and the clauses themselves name none. */
function clausesNamedIn(node: YamlNode, top = true): string[] {
  switch (node.kind) {
    case 'scalar':
      return [];
    case 'list':
      return node.items.flatMap((item) => clausesNamedIn(item, false));
    case 'map':
      return [...node.entries].flatMap(([key, { node: field }]) => {
        if (top && (key === 'clauses' || key === 'examples')) return [];
        if (KEYS.includes(key) && field.kind === 'scalar') return [field.text];
        return clausesNamedIn(field, false);
      });
  }
}
