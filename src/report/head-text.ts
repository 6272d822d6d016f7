/** The head of the ledger's chain, as every command that adds to it tells it. */
import type { Language } from '../base/localized.js';

export const headText = (head: string, language: Language): string =>
  ({
    en: `Head of the chain, to be kept elsewhere: ${head}`,
    zh: `封存链头，请另行保存：${head}`,
  })[language];
