/** How a payroll file writes its cells down: amounts, separators, encodings. */
import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';
import { type Currency, YUAN } from '../base/currency.js';
import { type Exact, formatFixed, round } from '../base/exact.js';
import {
  DECIMAL_MARKS,
  LINE_ENDS,
  type MoneyFormat,
  type PayrollTemplate,
  SEPARATORS,
  type TemplateEncoding,
  THOUSANDS,
} from '../base/payroll-template.js';

/** An amount as the template writes it; undefined when that would lose digits, for a file never rounds. */
export function amountText(value: Exact, format: MoneyFormat, currency: Currency = YUAN): string | undefined {
  if (format.unit === 'fen') {
    const units = value.mul(10n ** BigInt(currency.places));
    return units.d === 1n ? formatFixed(units, 0) : undefined;
  }
  if (!value.equals(round(value, format.decimals))) return undefined;
  const [integer = '', fraction] = formatFixed(value, format.decimals).split('.');
  const grouped = integer.replaceAll(/\B(?=(\d{3})+$)/g, THOUSANDS[format.thousands]);
  return fraction === undefined ? grouped : `${grouped}${DECIMAL_MARKS[format.decimal_mark]}${fraction}`;
}

/** The records as CSV: a cell stands in quotes where the separator, a quote or a line end in it asks for them. */
export function recordsText(records: readonly (readonly string[])[], template: PayrollTemplate): string {
  return stringify(
    records.map((record) => [...record]),
    {
      delimiter: SEPARATORS[template.separator],
      record_delimiter: LINE_ENDS[template.line_ends],
      quoted_match: /[\r\n]/,
      // The only cell of a line, left empty, would make an empty line of it, which readers skip.
      quoted_empty: template.columns.length === 1,
    },
  );
}

/** The bytes of a file with this text. */
export function encoded(text: string, encoding: TemplateEncoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return iconv.encode(text, 'utf-8');
    case 'utf-8-bom':
      return iconv.encode(text, 'utf-8', { addBOM: true });
    case 'gb18030':
      return iconv.encode(text, 'gb18030');
  }
}

/** Whether a text is read back as it was written: an encoder puts ? for a character that it does not know. */
export function survives(text: string, encoding: TemplateEncoding): boolean {
  const label = encoding === 'gb18030' ? 'gb18030' : 'utf-8';
  return new TextDecoder(label, { ignoreBOM: true }).decode(iconv.encode(text, label)) === text;
}
