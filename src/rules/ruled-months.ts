/** Which months each rule file rules: closed ones as they were sealed, open ones as rules are in force. */
import type { Month } from '../base/period.js';
import type { LoadedPlan } from './load.js';
import { rulesInForce } from './in-force.js';

/** A rule file by which a closed month was computed, as its seal names it. */
export interface SealedRule {
  readonly file: string;
  readonly version: string;
  readonly sha256: string;
}

export interface ClosedBy {
  readonly month: Month;
  readonly rules: readonly SealedRule[];
}

export interface RuledMonth {
  readonly month: Month;
  readonly closed: boolean;
}

export interface RuledFile {
  readonly file: string;
  readonly version: string;
  /** The file as it lies there now; undefined where it is gone or can't be read. */
  readonly rules: LoadedPlan | undefined;
  readonly months: readonly RuledMonth[];
  /** Closed months whose sealed copy is another text than the file that lies there now. */
  readonly differing: readonly Month[];
}

export interface RuledMonths {
  readonly files: readonly RuledFile[];
  /** Open months for which no rule file is in force, or not exactly one for everybody. */
  readonly without: readonly Month[];
}

/** `open`: months with a folder that are not closed. Files of seals that are not there any more come last. */
export function ruledMonths(
  loaded: readonly LoadedPlan[],
  closed: readonly ClosedBy[],
  open: readonly Month[],
): RuledMonths {
  const inForce = open.map((month) => ({ month, rules: rulesInForce(loaded, month, '') }));
  const here = loaded.map((rules): RuledFile => {
    const sealed = closed.filter((one) => one.rules.some((rule) => isOf(rule, rules)));
    const months = [
      ...sealed.map(({ month }) => ({ month, closed: true })),
      ...inForce.flatMap(({ month, rules: found }) =>
        !('problems' in found) && found.some(({ file }) => file === rules.file)
          ? [{ month, closed: false }]
          : [],
      ),
    ];
    const differing = sealed.flatMap(({ month, rules: own }) =>
      own.some((rule) => isOf(rule, rules) && rule.sha256 !== rules.sha256) ? [month] : [],
    );
    return { file: rules.file, version: rules.plan.version, rules, months, differing };
  });
  const without = inForce.flatMap(({ month, rules }) => ('problems' in rules ? [month] : []));
  return { files: [...here, ...goneFiles(loaded, closed)], without };
}

/** The same file of the workspace, whatever it says by now; of another place, the same version. */
const isOf = (rule: SealedRule, { file, plan, sha256 }: LoadedPlan): boolean =>
  rule.sha256 === sha256 || rule.file === file || rule.version === plan.version;

/** Rule files of closed months that are not there any more. */
function goneFiles(loaded: readonly LoadedPlan[], closed: readonly ClosedBy[]): RuledFile[] {
  const gone = new Map<string, RuledFile>();
  for (const { month, rules } of closed) {
    for (const rule of rules) {
      if (loaded.some((one) => isOf(rule, one))) continue;
      const key = `${rule.file}\t${rule.version}`;
      const months = [...(gone.get(key)?.months ?? []), { month, closed: true }];
      gone.set(key, { file: rule.file, version: rule.version, rules: undefined, months, differing: [] });
    }
  }
  return [...gone.values()];
}
