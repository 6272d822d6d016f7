/** Cases and choices of formulas that are never reached, since what stands before them holds already. */
import { type Problem, problem } from '../../base/problem.js';
import { LINT_PROBLEMS } from '../../problems/lint.js';
import type { Amount, Case } from '../amount-shape.js';
import type { Formula } from '../formula.js';
import type { Value } from '../mark.js';
import type { Plan } from '../plan.js';
import { amountsIn } from './amounts.js';
import { type Box, covers, possible } from './boxes.js';
import { allOf, type Choices, choicesOf } from './conjunctions.js';
import { placeOfCondition } from './gates.js';
import type { Check } from './linted.js';
import { choicesOfTest } from './tests-of-formulas.js';

export const cases: Check = ({ plan }) =>
  amountsIn(plan).flatMap(({ name, amount }) => casesOf(amount, name, plan));

function casesOf(amount: Amount, of: string, plan: Plan): Problem[] {
  if (amount.kind !== 'cases') return [];
  return [
    ...unreached(amount.cases, of, plan),
    ...amount.cases.flatMap(({ pays }) => casesOf(pays, of, plan)),
  ];
}

function unreached(all: readonly Case[], of: string, plan: Plan): Problem[] {
  const boxes = all.map(({ when }) => possible(choicesOf(when), plan));
  return all.flatMap(({ when }, index) => {
    const own = boxes[index];
    const [first] = when;
    if (!own || !first) return [];
    const at = placeOfCondition(first);
    if (own.length === 0) return [problem(LINT_PROBLEMS.never_holds, at, { of, what: 'case' })];
    const before = boxes.slice(0, index);
    const known = before.flatMap((one) => one ?? []);
    if (!own.every((box) => known.some((outer) => covers(outer, box, plan)))) return [];
    const alone = before.findIndex((one) =>
      own.every((box) => one?.some((outer) => covers(outer, box, plan))),
    );
    const params = { of, index: index + 1, earlier: alone === -1 ? undefined : alone + 1 };
    return [problem(LINT_PROBLEMS.case_never_reached, at, params)];
  });
}

/** The choices of formulas: `a ? b : c`, chained. */
export const formulaChoices: Check = ({ plan }) =>
  [
    ...amountsIn(plan).flatMap(({ amount }) => formulasIn(amount)),
    ...Object.values(plan.measures ?? {}).flatMap((one) => (one.kind === 'formula' ? [one.formula] : [])),
  ].flatMap((rule) => idleIn(rule.value, [[]], rule, plan));

const formulasIn = (amount: Amount): Value<Formula>[] => {
  if (amount.kind === 'formula') return [amount.formula];
  return amount.kind === 'cases' ? amount.cases.flatMap(({ pays }) => formulasIn(pays)) : [];
};

/** Choices that are settled by what holds where they stand. */
function idleIn(formula: Formula, known: Choices, rule: Value<Formula>, plan: Plan): Problem[] {
  switch (formula.kind) {
    case 'number':
    case 'measure':
    case 'so_far':
      return [];
    case 'operation':
      return formula.parts.flatMap((one) => idleIn(one, known, rule, plan));
    case 'round':
      return idleIn(formula.of, known, rule, plan);
    case 'choice': {
      const yes = allOf([known, choicesOfTest(formula.test, true)]);
      const no = allOf([known, choicesOfTest(formula.test, false)]);
      const own =
        possible(known, plan)?.length !== 0 && (settled(possible(yes, plan)) || settled(possible(no, plan)));
      const params = { text: formula.test.text, formula: rule.text };
      return [
        ...(own
          ? [problem(LINT_PROBLEMS.choice_never_reached, rule.at, params, { value: formula.test.text })]
          : []),
        ...idleIn(formula.holds, yes, rule, plan),
        ...idleIn(formula.otherwise, no, rule, plan),
      ];
    }
  }
}

const settled = (boxes: readonly Box[] | undefined): boolean => boxes?.length === 0;
