/** What the department sells: codes of the handbook, monthly fee, what a sign-up's counting hangs on, how often it is sold. */

export interface Product {
  /** The monthly fee in fen. */
  readonly fee: number;
  readonly counts_on: 'charge' | 'rent' | 'activation';
  /** How often it is sold, against the others. */
  readonly weight: number;
}

export const PRODUCTS = {
  SECRETARY: { fee: 300, counts_on: 'charge', weight: 14 },
  INFO_2: { fee: 200, counts_on: 'charge', weight: 10 },
  INFO_4: { fee: 400, counts_on: 'charge', weight: 12 },
  INFO_6: { fee: 600, counts_on: 'charge', weight: 7 },
  UP_2_4: { fee: 400, counts_on: 'charge', weight: 5 },
  UP_4_6: { fee: 600, counts_on: 'charge', weight: 4 },
  UP_2_6: { fee: 600, counts_on: 'charge', weight: 3 },
  MAIL: { fee: 500, counts_on: 'rent', weight: 5 },
  MAIL_TRIAL: { fee: 0, counts_on: 'activation', weight: 4 },
  SMS_3: { fee: 300, counts_on: 'rent', weight: 7 },
  SMS_5: { fee: 500, counts_on: 'rent', weight: 5 },
  SMS_6: { fee: 600, counts_on: 'rent', weight: 3 },
  SMS_10: { fee: 1000, counts_on: 'rent', weight: 4 },
  SMS_15: { fee: 1500, counts_on: 'rent', weight: 2 },
  SMS_20: { fee: 2000, counts_on: 'rent', weight: 2 },
  BAODIAN: { fee: 4800, counts_on: 'rent', weight: 1 },
  CAI_E: { fee: 800, counts_on: 'rent', weight: 4 },
  PALM_BB: { fee: 2000, counts_on: 'rent', weight: 1 },
  WAP_TRIAL: { fee: 0, counts_on: 'activation', weight: 4 },
  RINGTONE: { fee: 500, counts_on: 'rent', weight: 9 },
} as const satisfies Record<string, Product>;

export type ProductCode = keyof typeof PRODUCTS;

export const PRODUCT_CODES = Object.keys(PRODUCTS) as ProductCode[];

/** An amount in fen as yuan with two decimals. */
export function yuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
