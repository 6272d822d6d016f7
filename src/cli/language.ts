/** The language of the command line's own words, which are needed before any settings are read. */
import { LANGUAGES, type Language, type Localized } from '../base/localized.js';

/** What the machine's locale says, where nobody said anything else. */
export function localeLanguage(): Language {
  return Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh' : 'en';
}

function givenLanguage(argv: readonly string[]): Language | undefined {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = argv[at]?.split('=')[1] ?? argv[at + 1];
  return at === -1 ? undefined : LANGUAGES.find((language) => language === word);
}

export const argv = process.argv.slice(2);

/** The language of help and usage: --lang, else the locale. */
export const helpLanguage = givenLanguage(argv) ?? localeLanguage();

export const say = (text: Localized): string => text[helpLanguage];
