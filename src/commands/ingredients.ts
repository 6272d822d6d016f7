/** What a month's figures come from, as entries of the ledger write it down, and how two of them differ. */
import type { ComputedWith } from '../ledger/manifest.js';
import { type Settings, SETTINGS_FILE } from '../workspace/settings.js';
import type { MonthRequest, SoundMonth, Strictness } from './compute-month.js';
import type { Languages } from './outcome.js';

export interface ComputingRequest extends MonthRequest {
  readonly strict: Strictness;
  readonly language: Languages;
}

/** What a month was computed with. */
export function computedWith(request: ComputingRequest, { rules, files, others }: SoundMonth): ComputedWith {
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

/** Names of the exports, rules or settings that differ between two computations of a month. */
export function changesBetween(before: Ingredients, now: Ingredients): string[] {
  const old = hashesOf(before);
  const found = hashesOf(now);
  return [...new Set([...old.keys(), ...found.keys()])].filter((name) => old.get(name) !== found.get(name));
}

/** What figures come from. */
interface Ingredients {
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  readonly rules: { readonly file: string; readonly sha256: string };
  readonly options: Pick<ComputedWith['options'], 'outside_month' | 'columns'>;
}

function hashesOf({ inputs, rules, options }: Ingredients): Map<string, string> {
  const { outside_month, columns } = options;
  return new Map([
    ...inputs.map((input): [string, string] => [input.file, input.sha256]),
    [rules.file, rules.sha256],
    [SETTINGS_FILE, JSON.stringify([outside_month, columns])],
  ]);
}
