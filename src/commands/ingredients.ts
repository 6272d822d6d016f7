/** What a month's figures come from, as entries of the ledger write it down, and how two of them differ. */
import { byKeys, byText } from '../base/order.js';
import type { ComputedWith } from '../ledger/manifest.js';
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
    rules: { file: rules.file, version: rules.plan.version, sha256: rules.sha256 },
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

/** The settings that say how exports are read, as plain data. */
export const readingSettings = ({
  outsideMonth,
  columnNames,
}: Settings): Pick<ComputedWith['options'], 'outside_month' | 'columns'> => ({
  outside_month: Object.fromEntries(outsideMonth),
  columns: Object.fromEntries([...columnNames].map(([file, names]) => [file, Object.fromEntries(names)])),
});

/** What figures come from. */
interface Ingredients {
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  readonly rules: { readonly file: string; readonly sha256: string };
  readonly options: Pick<ComputedWith['options'], 'outside_month' | 'columns'>;
}

/** Names of the exports, rules or settings that differ between two computations of a month. */
export function changesBetween(before: Ingredients, now: Ingredients): string[] {
  const old = new Map(before.inputs.map(({ file, sha256 }) => [file, sha256]));
  const found = new Map(now.inputs.map(({ file, sha256 }) => [file, sha256]));
  const exports = [...new Set([...old.keys(), ...found.keys()])].filter(
    (file) => old.get(file) !== found.get(file),
  );
  const rules = before.rules.sha256 === now.rules.sha256 ? [] : [now.rules.file];
  const settings = readingText(before.options) === readingText(now.options) ? [] : [SETTINGS_FILE];
  return [...exports.toSorted(byText), ...rules, ...settings];
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
