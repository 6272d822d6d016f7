/** Who does something to the ledger, on the command line. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Localized } from '../base/localized.js';
import type { Author } from '../commands/signing.js';
import { say } from './language.js';

const TEXTS = {
  by: { en: 'who does it', zh: '经办人' },
  key: {
    en: "file of this person's ed25519 private key, to sign with",
    zh: '本人的 ed25519 私钥文件，用于签名',
  },
} satisfies Record<string, Localized>;

export interface AuthorOptions {
  readonly by: string;
  readonly key?: string;
}

export const authored = (command: Command): Command =>
  command.requiredOption('--by <name>', say(TEXTS.by)).option('--key <file>', say(TEXTS.key));

/** The author, and the time by this machine's clock. */
export const authorOf = ({ by, key }: AuthorOptions): Author & { readonly at: string } => ({
  by,
  ...(key === undefined ? {} : { key: resolve(key) }),
  at: new Date().toISOString(),
});
