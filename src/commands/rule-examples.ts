/** What stops a month whose rule file does not come to what its own examples say. */
import { type Problem, problem } from '../base/problem.js';
import { runExamples } from '../calc/examples/run-example.js';
import { DRY_RUN_PROBLEMS } from '../problems/dry-run.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { expectedText, gotText, subjectText } from '../report/example-words.js';
import type { LoadedPlan } from '../rules/load.js';

/** So many failures show what is the matter; `telepay rules test` shows them all. */
const SHOWN = 3;

/** The same of a file that is only tried: it may be a draft, whose examples still have the old figures. */
export function draftProblems(rules: LoadedPlan): Problem[] {
  const failed = runExamples(rules).filter(({ failures }) => failures.length > 0);
  const first = failed[0]?.failures[0];
  if (!first) return [];
  const params = { count: failed.length, first: first.example.name };
  return [problem(DRY_RUN_PROBLEMS.draft_examples_fail, { ...first.at, file: rules.file }, params)];
}

/** The first examples that do not come out, as the problems that refuse the month. */
export function exampleProblems(rules: LoadedPlan): Problem[] {
  const failures = runExamples(rules).flatMap((one) => one.failures);
  return failures.slice(0, SHOWN).map((failure) =>
    problem(RULE_PROBLEMS.example_fails, failure.at, {
      file: rules.file,
      example: failure.example.name,
      what: subjectText(failure),
      expected: expectedText(failure),
      got: gotText(failure),
    }),
  );
}
