/** What pay is reckoned in. */
import type { Localized } from './localized.js';

export interface Currency {
  /** By ISO 4217: `CNY`. */
  readonly code: string;
  /** Decimals of its smallest unit: 2 for yuan and fen, 0 where there is nothing smaller. */
  readonly places: number;
}

/** What a plan pays in that says nothing else. */
export const YUAN: Currency = { code: 'CNY', places: 2 };

/** What an amount is called in messages: by its name where telepay has one, else by its code. */
export function nameOfCurrency({ code }: Currency): Localized {
  return code === YUAN.code ? { en: 'yuan', zh: '元' } : { en: code, zh: code };
}
