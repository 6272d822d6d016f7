/** What an entry of the ledger says of itself: manifest.json, a link of the chain. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Month, parseMonth } from '../base/period.js';
import { LANGUAGES } from '../base/localized.js';

const HASH = z.string().regex(/^[0-9a-f]{64}$/);

const month = z.string().transform((text, context): Month => {
  const found = parseMonth(text);
  if (found) return found;
  context.addIssue({ code: 'custom', message: `no month: ${text}` });
  return z.NEVER;
});

const common = {
  format: z.literal(1),
  /** Position in the chain, from 1. */
  sequence: z.number().int().positive(),
  /** Hash of the manifest before this one; null for the first. */
  previous: HASH.nullable(),
  month,
  /** Who did it: a statement, and a proof where `key` says with what it is signed. */
  by: z.string(),
  /** By the clock of the machine that did it; nothing is computed from it. */
  at: z.string(),
  /** A remark, or why it was done. */
  note: z.string(),
  program: z.string(),
  /** The ed25519 public key that manifest.sig verifies with; null where nothing is signed. */
  key: z.string().nullable(),
  /** Every other file of the entry by its path in it. */
  files: z.record(z.string(), HASH),
};

const rules = z.strictObject({ file: z.string(), version: z.string(), sha256: HASH });

const input = z.strictObject({
  file: z.string(),
  /** Of the bytes that were parsed. */
  sha256: HASH,
  bytes: z.number(),
  rows: z.number(),
});

/** What the figures of a computed month hang on, beside its exports and rules. */
const options = z.strictObject({
  /** The rule file was named on the command line, not chosen as the one in force. */
  rules_named: z.boolean(),
  /** What --strict refused. */
  strict: z.string(),
  outside_month: z.record(z.string(), z.enum(['error', 'set_aside'])),
  columns: z.record(z.string(), z.record(z.string(), z.string())),
});

/** What a month was computed with. */
const computed = {
  rules,
  /** Where several plans were in force: the rule files of the others. */
  other_rules: z.array(rules).min(1).exactOptional(),
  settings_sha256: HASH.nullable(),
  options,
  /** Of the reports. */
  language: z.enum(LANGUAGES),
  inputs: z.array(input),
  /** Names of what lay beside the exports and is none. */
  other_files: z.array(z.string()),
};

const shape = z.discriminatedUnion('kind', [
  /** A closed month. */
  z.strictObject({ kind: z.literal('close'), ...common, ...computed }),
  /** What was before the first month: month zero, and the states of `months`, which end with it. */
  z.strictObject({ kind: z.literal('open'), ...common, ...computed, months: z.array(month) }),
  /** A closed month computed anew; what was due beyond what was paid goes into the open month. */
  z.strictObject({
    kind: z.literal('correct'),
    ...common,
    ...computed,
    /** The months whose standing it replaces: the corrected one, and later ones that hang on it. */
    months: z.array(month),
  }),
  /** `seal`: hash of the close that is undone, here and below of the close that is approved or exported. */
  z.strictObject({ kind: z.literal('reopen'), ...common, seal: HASH }),
  z.strictObject({ kind: z.literal('approve'), ...common, seal: HASH }),
  z.strictObject({
    kind: z.literal('export'),
    ...common,
    seal: HASH,
    template: z.string(),
    /** Name of the exported file, of which the entry holds a copy. */
    file: z.string(),
    payments: z.number(),
    /** Sum of the template's amount column as the file prints it. */
    control_total: z.string(),
  }),
]);

export type Manifest = z.output<typeof shape>;
export type EntryKind = Manifest['kind'];
export type ManifestOf<Kind extends EntryKind> = Extract<Manifest, { kind: Kind }>;
export type ComputedWith = Pick<
  ManifestOf<'close'>,
  'rules' | 'other_rules' | 'settings_sha256' | 'options' | 'language' | 'inputs' | 'other_files'
>;
export type SealedRules = z.output<typeof rules>;
export type SealedInput = z.output<typeof input>;
export type SealedOptions = z.output<typeof options>;

export const MANIFEST_FILE = 'manifest.json';
/** The hash of manifest.json itself, as `sha256sum -c` reads it. */
export const CHECKSUM_FILE = 'manifest.json.sha256';
/** The signature over the bytes of manifest.json, where there is one. */
export const SIGNATURE_FILE = 'manifest.sig';

export const checksumText = (hash: string): string => `${hash}  ${MANIFEST_FILE}\n`;

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** The manifest of these fields. Throws where they are none: what can't be read back is never written. */
export const manifestOf = (fields: z.input<typeof shape>): Manifest => shape.parse(fields);

/** The manifest that `text` is, or what is wrong with it. */
export function parseManifest(text: string): { manifest: Manifest } | { detail: string } {
  try {
    const result = shape.safeParse(JSON.parse(text));
    return result.success ? { manifest: result.data } : { detail: z.prettifyError(result.error) };
  } catch (error) {
    return { detail: error instanceof Error ? error.message : String(error) };
  }
}

export function sha256(content: string | Uint8Array): string {
  const hash = createHash('sha256');
  return (typeof content === 'string' ? hash.update(content, 'utf8') : hash.update(content)).digest('hex');
}
