/** Somebody was asked after of whom the months know nothing. */
import type { Localized } from '../base/localized.js';
import type { Month } from '../base/period.js';
import { type Problem, problem } from '../base/problem.js';
import { nearest } from '../input/near.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';

const AGENT: Localized = { en: 'agent', zh: '工号' };

/** `known`: the ids that there are in these months. */
export function unknownAgent(given: string, known: readonly string[], months: readonly Month[]): Problem {
  const month = months.join(', ');
  const params = { kind: AGENT, given, month, near: nearest(given, known) ?? '' };
  return problem(WORKSPACE_PROBLEMS.not_found, { file: `months/${months[0] ?? ''}` }, params, {
    value: given,
  });
}
