/** What a month's figures come from, as entries of the ledger write it down, and how two of them differ. */
import { byKeys, byText } from '../base/order.js';
import type { ComputedWith, SealedRules } from '../ledger/manifest.js';
import type { RulesInForce } from '../rules/in-force.js';
import { type Settings, SETTINGS_FILE } from '../workspace/settings.js';
import type { MonthRequest, SoundMonth, Strictness } from './compute-month.js';
import type { Languages } from './outcome.js';

export interface ComputingRequest extends MonthRequest {
  readonly strict: Strictness;
  readonly language: Languages;
}

/** What a month was computed with. */
export function computedWith(
  request: Pick<ComputingRequest, 'workspace' | 'rules' | 'strict' | 'language'>,
  { rules, files, others }: Pick<SoundMonth, 'rules' | 'files' | 'others'>,
): ComputedWith {
  const { settings } = request.workspace;
  return {
    ...inUse(rules),
    settings_sha256: settings.sha256 ?? null,
    options: {
      rules_named: request.rules !== undefined,
      strict: request.strict,
      ...readingSettings(settings),
    },
    language: request.language.files,
    inputs: files.map(({ file, sha256: hash, bytes, rows }) => ({ file, sha256: hash, bytes, rows })),
    other_files: [...others],
  };
}

/** The rule files as summaries and entries name them. */
export function rulesUsed([first, ...others]: RulesInForce): [SealedRules, ...SealedRules[]] {
  const named = ({ file, plan, sha256 }: RulesInForce[0]): SealedRules => ({
    file,
    version: plan.version,
    sha256,
  });
  return [named(first), ...others.map(named)];
}

/** The same as fields of an entry: the first, and the others where there are any. */
export function inUse(rules: RulesInForce): Pick<ComputedWith, 'rules' | 'other_rules'> {
  const [first, ...others] = rulesUsed(rules);
  return { rules: first, ...(others.length > 0 ? { other_rules: others } : {}) };
}

/** The settings that say how exports are read, as plain data. */
export const readingSettings = ({
  outsideMonth,
  columnNames,
}: Settings): Pick<ComputedWith['options'], 'outside_month' | 'columns'> => ({
  outside_month: Object.fromEntries(outsideMonth),
  columns: Object.fromEntries([...columnNames].map(([file, names]) => [file, Object.fromEntries(names)])),
});

type RuleFile = Pick<SealedRules, 'file' | 'sha256'>;

/** What figures come from. */
interface Ingredients {
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  readonly rules: RuleFile;
  readonly other_rules?: readonly RuleFile[];
  readonly options: Pick<ComputedWith['options'], 'outside_month' | 'columns'>;
}

/** Names of the exports, rules or settings that differ between two computations of a month. */
export function changesBetween(before: Ingredients, now: Ingredients): string[] {
  const old = new Map(before.inputs.map(({ file, sha256 }) => [file, sha256]));
  const found = new Map(now.inputs.map(({ file, sha256 }) => [file, sha256]));
  const exports = [...new Set([...old.keys(), ...found.keys()])].filter(
    (file) => old.get(file) !== found.get(file),
  );
  const settings = readingText(before.options) === readingText(now.options) ? [] : [SETTINGS_FILE];
  return [...exports.toSorted(byText), ...changedRules(before, now), ...settings];
}

/** Names of the rule files that are new or changed, and of those that are gone with none in their place. */
function changedRules(before: Ingredients, now: Ingredients): string[] {
  const old = [before.rules, ...(before.other_rules ?? [])];
  const found = [now.rules, ...(now.other_rules ?? [])];
  const isIn = (files: readonly RuleFile[], { sha256 }: RuleFile): boolean =>
    files.some((one) => one.sha256 === sha256);
  const changed = found.filter((one) => !isIn(old, one));
  const gone = old.length > found.length ? old.filter((one) => !isIn(found, one)) : [];
  return [...new Set([...changed, ...gone].map(({ file }) => file))];
}

/** The settings that say how exports are read: the others may change without changing a figure. */
function readingText({ outside_month, columns }: Ingredients['options']): string {
  const chosen = inOrder(outside_month).filter(([, what]) => what !== 'error');
  const named = inOrder(columns).flatMap(([file, names]) => inOrder(names).map((one) => [file, ...one]));
  return JSON.stringify([chosen, named]);
}

/** What a mapping says hangs neither on the order of its keys nor on those that say nothing. */
const inOrder = <T>(mapping: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(mapping).toSorted(byKeys(([key]) => key));
