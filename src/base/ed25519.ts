/** Signatures with ed25519 keys, in base64. */
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** Who signs. */
export interface Signer {
  /** The public key as telepay.yaml lists it: SPKI in base64. */
  readonly publicKey: string;
  /** The signature over these bytes, in base64. */
  readonly sign: (text: string) => string;
}

const publicText = (key: KeyObject): string => key.export({ type: 'spki', format: 'der' }).toString('base64');

/** The signer that a PEM file of a private key makes; undefined when it is none of an ed25519 key. */
export function readSigner(pem: string): Signer | undefined {
  const key = parsed(() => createPrivateKey(pem));
  if (key?.asymmetricKeyType !== 'ed25519') return undefined;
  return {
    publicKey: publicText(createPublicKey(key)),
    sign: (text) => written(sign(null, Buffer.from(text, 'utf8'), key)),
  };
}

/** Whether `text` is the base64 of an ed25519 public key, as telepay.yaml lists them. */
export const isPublicKey = (text: string): boolean => readPublicKey(text)?.asymmetricKeyType === 'ed25519';

/** Whether `signature` was made over `text` with the private half of `publicKey`. */
export function verifies(publicKey: string, text: string, signature: string): boolean {
  const key = readPublicKey(publicKey);
  const bytes = Buffer.from(signature, 'base64');
  // Base64 has several spellings of the same bytes; a signature has one, so that any edit of it is noticed.
  return (
    key !== undefined && written(bytes) === signature && verify(null, Buffer.from(text, 'utf8'), key, bytes)
  );
}

/** A signature as it stands in its file. */
const written = (bytes: Buffer): string => `${bytes.toString('base64')}\n`;

function readPublicKey(text: string): KeyObject | undefined {
  const key = parsed(() =>
    createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' }),
  );
  // Base64 has several spellings of the same bytes; a key has one.
  return key && publicText(key) === text ? key : undefined;
}

function parsed(read: () => KeyObject): KeyObject | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
