/** What the file of a payroll system or bank looks like: telepay.yaml describes it, the export writes it. */

/** What a line of the file is: a person, or a pay item of a person. */
export const TEMPLATE_ROWS = ['agents', 'items'] as const;
export type TemplateRows = (typeof TEMPLATE_ROWS)[number];

export const TEMPLATE_ENCODINGS = ['utf-8-bom', 'utf-8', 'gb18030'] as const;
export type TemplateEncoding = (typeof TEMPLATE_ENCODINGS)[number];

/** Marks between cells, between thousands and before decimals, by the words that telepay.yaml has for them. */
export const SEPARATORS = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const;
export const THOUSANDS = { none: '', comma: ',', point: '.', space: ' ', apostrophe: "'" } as const;
export const DECIMAL_MARKS = { point: '.', comma: ',' } as const;
export const LINE_ENDS = { crlf: '\r\n', lf: '\n' } as const;

/** How amounts are written: as yuan, or as whole fen without any mark; in another currency its units and smallest units. */
export type MoneyFormat =
  | { readonly unit: 'fen' }
  | {
      readonly unit: 'yuan';
      readonly decimals: number;
      readonly decimal_mark: keyof typeof DECIMAL_MARKS;
      readonly thousands: keyof typeof THOUSANDS;
    };

/** A column: what it is headed with, and where its cells come from. */
export type TemplateColumn =
  | {
      readonly header: string;
      readonly field: string;
      /** Whether it may be empty for somebody who is paid. */
      readonly optional: boolean;
    }
  | { readonly header: string; readonly constant: string };

export interface PayrollTemplate {
  readonly rows: TemplateRows;
  /** In the order of the file. */
  readonly columns: readonly TemplateColumn[];
  readonly money: MoneyFormat;
  readonly encoding: TemplateEncoding;
  readonly separator: keyof typeof SEPARATORS;
  readonly header: boolean;
  readonly line_ends: keyof typeof LINE_ENDS;
  /** Whether people who are paid nothing, and items of 0, stand in the file. */
  readonly zero_payments: 'keep' | 'leave_out';
}
