/** Payroll files of the tests: templates, and reading a file back in its template's own format. */
import { parse } from 'csv-parse/sync';
import {
  DECIMAL_MARKS,
  type MoneyFormat,
  type PayrollTemplate,
  SEPARATORS,
  THOUSANDS,
} from '../../src/base/payroll-template.js';
import { decimal, type Exact, HUNDRED } from '../../src/base/exact.js';

/** A template with these columns: a text is a field, headed by its own name. */
export function template(
  columns: readonly (string | PayrollTemplate['columns'][number])[],
  changes: Partial<PayrollTemplate> = {},
): PayrollTemplate {
  return {
    rows: 'agents',
    columns: columns.map((one) =>
      typeof one === 'string' ? { header: one, field: one, optional: false } : one,
    ),
    money: { unit: 'yuan', decimals: 2, decimal_mark: 'point', thousands: 'none' },
    encoding: 'utf-8-bom',
    separator: 'comma',
    header: true,
    line_ends: 'crlf',
    zero_payments: 'keep',
    ...changes,
  };
}

/** The cells of a file by the template's headers, decoded by what telepay itself has no hand in. */
export function readBack(bytes: Uint8Array, form: PayrollTemplate): Record<string, string>[] {
  const label = form.encoding === 'gb18030' ? 'gb18030' : 'utf-8';
  const text = new TextDecoder(label, { fatal: true }).decode(bytes);
  const headers = form.columns.map((column) => column.header);
  const options = { delimiter: SEPARATORS[form.separator], columns: headers, from: form.header ? 2 : 1 };
  return parse(text, options);
}

/** The yuan that a cell of such a file writes. */
export function amountIn(text: string, money: MoneyFormat): Exact {
  if (money.unit === 'fen') return decimal(text).div(HUNDRED);
  const mark = THOUSANDS[money.thousands];
  const digits = mark === '' ? text : text.split(mark).join('');
  return decimal(digits.replace(DECIMAL_MARKS[money.decimal_mark], '.'));
}
