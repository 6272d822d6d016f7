/** telepay.yaml: the firm's own settings, all with sensible defaults. The file may be absent. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LANGUAGES, type Language } from '../base/localized.js';
import { type Problem, problem } from '../base/problem.js';
import type { OutsideMonth } from '../input/records.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import { readYaml } from '../yaml/read.js';
import { keyPlaceOf, placeOf, toPlain, type YamlNode } from '../yaml/tree.js';
import { naming } from './fault.js';

export const SETTINGS_FILE = 'telepay.yaml';

const shape = z.strictObject({
  /** Of messages and files, where the command line names none. */
  language: z.enum(LANGUAGES).optional(),
  /** The folder of rule files, from the workspace. */
  rules: z.string().default('rules'),
  /** For these exports, rows dated outside the month are counted and listed instead of refused. */
  outside_month: z.record(z.string(), z.enum(['error', 'set_aside'])).default({}),
  /** The firm's own headers: file → header → the column it stands for. */
  columns: z.record(z.string(), z.record(z.string(), z.string())).default({}),
});

/** What each setting may be, for people. */
const EXPECTED: Readonly<Record<string, string>> = {
  language: LANGUAGES.join(' | '),
  rules: 'rules: <folder>',
  outside_month: 'outside_month: { calls: set_aside }',
  columns: 'columns: { signups: { 客户手机: customer_no } }',
};

export interface Settings {
  readonly language: Language | undefined;
  readonly rules: string;
  readonly outsideMonth: ReadonlyMap<string, OutsideMonth>;
  readonly columnNames: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** SHA-256 of the file's bytes; undefined where there is none. */
  readonly sha256: string | undefined;
}

export type SettingsReading = { readonly settings: Settings } | { readonly problems: readonly Problem[] };

/** Reads telepay.yaml of a workspace; the defaults where there is none. */
export function readSettings(workspace: string): SettingsReading {
  const path = join(workspace, SETTINGS_FILE);
  if (!existsSync(path)) return { settings: toSettings(shape.parse({}), undefined) };
  const bytes = naming(path, () => readFileSync(path));
  if (
    bytes
      .toString('utf8')
      .replaceAll(/^\s*(#.*)?$/gm, '')
      .trim() === ''
  ) {
    return { settings: toSettings(shape.parse({}), hash(bytes)) };
  }
  const reading = readYaml(bytes, SETTINGS_FILE);
  if ('problems' in reading) return reading;
  const parsed = shape.safeParse(toPlain(reading.root));
  if (parsed.success) return { settings: toSettings(parsed.data, hash(bytes)) };
  return { problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, reading.root)) };
}

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function toSettings(given: z.output<typeof shape>, sha256: string | undefined): Settings {
  return {
    language: given.language,
    rules: given.rules,
    outsideMonth: new Map(Object.entries(given.outside_month)),
    columnNames: new Map(
      Object.entries(given.columns).map(([file, names]) => [file, new Map(Object.entries(names))]),
    ),
    sha256,
  };
}

function problemsOf(issue: z.core.$ZodIssue, root: YamlNode): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(EXPECTED).join(', ');
    return issue.keys.map((key) =>
      problem(
        WORKSPACE_PROBLEMS.unknown_setting,
        keyPlaceOf(root, [...issue.path, key]),
        { key, known },
        { value: key },
      ),
    );
  }
  const key = issue.path.map(String).join('.');
  const expected = EXPECTED[String(issue.path[0])] ?? 'setting: value';
  return [problem(WORKSPACE_PROBLEMS.bad_setting, placeOf(root, issue.path), { key, expected })];
}
