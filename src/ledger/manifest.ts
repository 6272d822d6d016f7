/** What a seal says of itself: manifest.json, the link of the chain. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Month, parseMonth } from '../base/period.js';

const HASH = z.string().regex(/^[0-9a-f]{64}$/);

const month = z.string().transform((text, context): Month => {
  const found = parseMonth(text);
  if (found) return found;
  context.addIssue({ code: 'custom', message: `no month: ${text}` });
  return z.NEVER;
});

const shape = z.strictObject({
  format: z.literal(1),
  /** Position in the chain, from 1. */
  sequence: z.number().int().positive(),
  /** Hash of the manifest before this one; null for the first. */
  previous: HASH.nullable(),
  month,
  closed_by: z.string(),
  /** By the clock of the machine that closed it; nothing is computed from it. */
  closed_at: z.string(),
  note: z.string(),
  program: z.string(),
  rules: z.strictObject({ file: z.string(), version: z.string(), sha256: HASH }),
  settings_sha256: HASH.nullable(),
  language: z.enum(['en', 'zh']),
  /** Of the bytes that were parsed. */
  inputs: z.array(z.strictObject({ file: z.string(), sha256: HASH, bytes: z.number(), rows: z.number() })),
  /** Every other file of the seal by its path in it. */
  files: z.record(z.string(), HASH),
});

export type Manifest = z.output<typeof shape>;

export const MANIFEST_FILE = 'manifest.json';

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

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
