/** Who does something to the ledger, on the command line. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Localized } from '../base/localized.js';
import type { Author } from '../commands/signing.js';
import { say } from './language.js';
import { usageFault } from './session.js';

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

/** The words of an option that the ledger keeps: without the spaces around them, and never none. */
export function said(option: string, text: string): string {
  const words = text.trim();
  if (words !== '') return words;
  throw usageFault({ en: `${option} says nothing`, zh: `${option} 没有内容` });
}

/** The time by this machine's clock, which stands in the ledger and which nothing is computed from. */
export const now = (): string => new Date().toISOString();

/** The author, and the time. */
export const authorOf = ({ by, key }: AuthorOptions): Author & { readonly at: string } => ({
  by: said('--by', by),
  ...(key === undefined ? {} : { key: resolve(key) }),
  at: now(),
});
