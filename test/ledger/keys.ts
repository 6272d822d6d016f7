/** ed25519 keys as people have them: a private one in a file of their own, the public one in telepay.yaml. */
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface KeyPair {
  /** As telepay.yaml lists the public key. */
  readonly listed: string;
  readonly pem: string;
  /** Writes the private key into a folder; its path. */
  readonly writtenTo: (folder: string) => string;
}

export function keyPair(name: string): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return {
    listed: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    pem,
    writtenTo: (folder) => {
      const path = join(folder, `${name}.pem`);
      writeFileSync(path, pem, { mode: 0o600 });
      return path;
    },
  };
}
