/** Two pairs of eyes: whether a payment file needs an approval, and the keys that people sign with. */
import { z } from 'zod';
import { isPublicKey } from '../base/ed25519.js';

export const approvalShape = z.strictObject({
  /** An export needs an approval by someone other than who closed the month. */
  required: z
    .enum(['yes', 'no'])
    .default('no')
    .transform((word) => word === 'yes'),
  /** Name → ed25519 public key (SPKI in base64). Where there are any, close, correct, reopen and approve are signed. */
  keys: z.record(z.string(), z.string().refine(isPublicKey)).default({}),
});

export interface ApprovalSettings {
  readonly required: boolean;
  readonly keys: ReadonlyMap<string, string>;
}

export const APPROVAL_EXPECTED =
  'approval: { required: yes, keys: { <name>: <ed25519 public key, base64> } }';
export const APPROVAL_KEYS = ['required', 'keys'];
