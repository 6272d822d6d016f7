/** The catalogue of what `telepay rules lint` finds in rule files that are sound. */
import { LINT_CLIFF_PROBLEMS } from './lint/cliffs.js';
import { LINT_CONDITION_PROBLEMS } from './lint/conditions.js';
import { LINT_SET_PROBLEMS } from './lint/file-sets.js';
import { LINT_LIMIT_PROBLEMS } from './lint/limits.js';
import { LINT_SCORE_PROBLEMS } from './lint/scores.js';
import { LINT_UNUSED_PROBLEMS } from './lint/unused.js';

export const LINT_PROBLEMS = {
  ...LINT_CLIFF_PROBLEMS,
  ...LINT_CONDITION_PROBLEMS,
  ...LINT_LIMIT_PROBLEMS,
  ...LINT_SCORE_PROBLEMS,
  ...LINT_UNUSED_PROBLEMS,
  ...LINT_SET_PROBLEMS,
};
