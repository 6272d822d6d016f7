/** telepay.yaml: the firm's own settings, all with sensible defaults. The file may be absent. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LANGUAGES, type Language } from '../base/localized.js';
import type { PayrollTemplate } from '../base/payroll-template.js';
import { type Problem, problem } from '../base/problem.js';
import { FAMILY_NAMES } from '../input/family.js';
import { nearest } from '../input/near.js';
import type { OutsideMonth } from '../input/records.js';
import { columnsOf, DATED_FAMILIES } from '../input/settings-words.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import { readYaml } from '../yaml/read.js';
import { keyPlaceOf, nodeAt, placeOf, toPlain, type YamlNode } from '../yaml/tree.js';
import {
  APPROVAL_EXPECTED,
  APPROVAL_KEYS,
  type ApprovalSettings,
  approvalShape,
} from './approval-settings.js';
import { naming } from './fault.js';
import { templateExample, templateKeys, templates } from './template-settings.js';
import {
  VARIANCE_EXPECTED,
  VARIANCE_KEYS,
  varianceShape,
  type VarianceSettings,
} from './variance-settings.js';

export const SETTINGS_FILE = 'telepay.yaml';

/** For these exports, rows dated outside the month are counted and listed instead of refused. */
const outsideMonth = z.strictObject(
  Object.fromEntries(DATED_FAMILIES.map((name) => [name, z.enum(['error', 'set_aside']).default('error')])),
);

/** The firm's own headers: file → header → the column it stands for. */
const columns = z.strictObject(
  Object.fromEntries(
    FAMILY_NAMES.map((name) => [name, z.record(z.string(), z.enum(columnsOf(name))).default({})]),
  ),
);

const shape = z.strictObject({
  /** Of messages and files, where the command line names none. */
  language: z.enum(LANGUAGES).optional(),
  /** The folder of rule files, from the workspace. */
  rules: z.string().default('rules'),
  outside_month: outsideMonth.default({}),
  columns: columns.default({}),
  approval: approvalShape.default({ required: false, keys: {} }),
  /** Files for payroll systems and banks, by name. */
  templates: templates.default({}),
  variance: varianceShape.prefault({}),
});

/** What each setting may be, for people. */
const EXPECTED: Readonly<Record<string, string>> = {
  language: LANGUAGES.join(' | '),
  rules: 'rules: <folder>',
  outside_month: 'outside_month: { calls: set_aside }',
  columns: 'columns: { signups: { 客户手机: customer_no } }',
  approval: APPROVAL_EXPECTED,
  templates: templateExample([]),
  variance: VARIANCE_EXPECTED,
};

/** The keys that each mapping of the file may have. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(EXPECTED),
  outside_month: DATED_FAMILIES,
  columns: FAMILY_NAMES,
  approval: APPROVAL_KEYS,
  variance: VARIANCE_KEYS,
};

export interface Settings {
  readonly language: Language | undefined;
  readonly rules: string;
  readonly outsideMonth: ReadonlyMap<string, OutsideMonth>;
  readonly columnNames: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly approval: ApprovalSettings;
  readonly templates: ReadonlyMap<string, PayrollTemplate>;
  readonly variance: VarianceSettings;
  /** SHA-256 of the file's bytes; undefined where there is none. */
  readonly sha256: string | undefined;
}

export type SettingsReading = { readonly settings: Settings } | { readonly problems: readonly Problem[] };

/** Reads telepay.yaml of a workspace; the defaults where there is none. */
export function readSettings(workspace: string): SettingsReading {
  const path = join(workspace, SETTINGS_FILE);
  if (!existsSync(path)) return { settings: toSettings(shape.parse({}), undefined) };
  return parseSettings(naming(path, () => readFileSync(path)));
}

/** The settings that the bytes of a telepay.yaml are. */
export function parseSettings(bytes: Buffer): SettingsReading {
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
    approval: { required: given.approval.required, keys: new Map(Object.entries(given.approval.keys)) },
    templates: new Map(Object.entries(given.templates)),
    variance: given.variance,
    sha256,
  };
}

function problemsOf(issue: z.core.$ZodIssue, root: YamlNode): Problem[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(issue.path, key, root));
  const node = nodeAt(root, issue.path);
  const given = node?.kind === 'scalar' ? node.text : undefined;
  const values = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  // Languages are too short to be near to one another: cn is not meant as en.
  const near = given === undefined || issue.path[0] === 'language' ? undefined : nearest(given, values);
  const example = exampleOf(issue.path);
  const expected = values.length > 0 ? values.join(' | ') : example;
  const seen = given === undefined ? {} : { value: given };
  const params = { key: issue.path.map(String).join('.'), expected, near };
  return [problem(WORKSPACE_PROBLEMS.bad_setting, placeOf(root, issue.path), params, seen)];
}

function exampleOf([setting, ...path]: readonly PropertyKey[]): string {
  if (setting === 'templates') return templateExample(path);
  return EXPECTED[String(setting)] ?? 'setting: value';
}

/** The keys that the mapping at `path` may have. */
function keysOf(path: readonly PropertyKey[]): readonly string[] {
  return path[0] === 'templates' ? templateKeys(path.slice(2)) : (KEYS[path.join('.')] ?? []);
}

function unknownKey(path: readonly PropertyKey[], key: string, root: YamlNode): Problem {
  const known = keysOf(path);
  const params = { key: [...path, key].join('.'), known, near: nearest(key, known) };
  return problem(WORKSPACE_PROBLEMS.unknown_setting, keyPlaceOf(root, [...path, key]), params, {
    value: key,
  });
}
