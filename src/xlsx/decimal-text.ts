/** The numbers of a workbook, which are floats there, as decimals. */

/** To so many digits spreadsheets reckon and show; what comes after them is the float's, not the clerk's. */
const DIGITS = 15;

/** The shortest decimal that a spreadsheet shows for this number in full: `0.1`, never `0.30000000000000004`. */
export function decimalText(value: number): string {
  const [mantissa = '', exponent = '0'] = Number(value.toPrecision(DIGITS)).toExponential().split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  const integer = digits.slice(0, point).padEnd(point, '0');
  const rest = digits.slice(point);
  return sign + integer + (rest === '' ? '' : `.${rest}`);
}

const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** The float of a decimal; undefined where a spreadsheet would not give back the same number. */
export function floatOf(text: string): number | undefined {
  if (!PLAIN.test(text)) return undefined;
  const value = Number(text);
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return decimalText(value) === short ? value : undefined;
}
