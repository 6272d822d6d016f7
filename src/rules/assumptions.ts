/** The assumptions of a rule file as those who settle them see them: one for each mark, with all that it covers. */
import type { Localized } from '../base/localized.js';
import { groupBy } from '../base/group.js';
import { openValues, type OpenValue } from './confirm-value.js';
import type { LoadedPlan } from './load.js';
import type { Assumed } from './mark.js';

export interface Assumption {
  readonly mark: Assumed;
  /** By which it is confirmed as a whole. */
  readonly path: string;
  readonly clause: {
    readonly id: string;
    readonly about: Localized;
    /** What is left of the text; undefined where nothing is. */
    readonly fragment: string | undefined;
  };
  readonly values: readonly [OpenValue, ...OpenValue[]];
}

/** What stands for the fragment of a clause of which nothing is left. */
const NOTHING_LEFT = 'none';

/** In the order of the file. */
export function assumptionsOf(rules: LoadedPlan): Assumption[] {
  const byMark = groupBy(openValues(rules), ({ mark }) => mark.path);
  return [...byMark.values()].flatMap(([first, ...others]): Assumption[] => {
    if (!first) return [];
    const { mark } = first;
    const clause = rules.plan.clauses[mark.clause];
    const about = clause?.about ?? { zh: '', en: '' };
    const path = others.length === 0 ? first.path : mark.path;
    const values = [first, ...others] as const;
    const fragment = clause?.fragment === NOTHING_LEFT ? undefined : clause?.fragment;
    return [{ mark, path, clause: { id: mark.clause, about, fragment }, values }];
  });
}
