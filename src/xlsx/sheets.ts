/** A workbook to be written: sheets of rows, each with a header that stays in sight and can be filtered by. */

/** A decimal, with the number format to show it in; or a text, which stays one whatever is typed over it. */
export type SheetCell = string | { readonly number: string; readonly format?: string } | undefined;

export interface SheetColumn {
  readonly header: string;
  /** In characters of the default font. */
  readonly width: number;
  /** To be filled in, and shown so; all others are greyed. */
  readonly isOpen?: boolean;
  /** The header of a column beside which a cell of this one is marked once it differs. */
  readonly against?: string;
}

export interface WorkbookSheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** A cell of a workbook that was read: as one would have typed it, or why it holds nothing. */
export interface ReadCell {
  /** A number as a decimal, in percent where its format is; a day as YYYY-MM-DD. */
  readonly text: string;
  /** A formula that was never computed, or one that came to an error. */
  readonly fault?: 'not_computed' | 'error';
}

export interface ReadSheet {
  readonly name: string;
  /** In the order of the sheet, from its first row on; cells from its first column on. */
  readonly rows: readonly (readonly ReadCell[])[];
}
