/** How the text of a cell becomes a value, or which problem it is. */
import { describe, expect, it } from 'vitest';
import { formatShort } from '../../src/base/exact.js';
import { CellFault, type ReadCell } from '../../src/input/cells/cell.js';
import { date, dateOrMonth, month, time } from '../../src/input/cells/dates.js';
import { count, decimal, decimalFromZero } from '../../src/input/cells/numbers.js';
import { id, idOrName, oneOf, text } from '../../src/input/cells/text.js';

/** The value as text, or the code of the problem. */
function outcome<T>(read: ReadCell<T>, cell: string): string {
  const value = read(cell);
  if (value instanceof CellFault) return value.code;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new Error('neither text nor number');
}

const exact = (read: typeof decimal, cell: string): string => {
  const value = read(cell);
  return value instanceof CellFault ? value.code : formatShort(value);
};

describe('a date', () => {
  it.each([
    ['2025-04-01', '2025-04-01'],
    ['2025/4/1', '2025-04-01'],
    ['2025年4月1日', '2025-04-01'],
    ['2025年04月01日', '2025-04-01'],
    // Full-width digits and signs are mended.
    ['２０２５－０４－０１', '2025-04-01'],
    ['２０２５／４／１', '2025-04-01'],
    // Midnight adds nothing to a day.
    ['2025-04-01 00:00', '2025-04-01'],
    ['2025/4/1 0:00:00', '2025-04-01'],
    ['2025-04-01T00:00:00', '2025-04-01'],
    ['2025-04-01 00:00:00.0', '2025-04-01'],
    ['2024-02-29', '2024-02-29'],
    ['2025-02-29', 'E0307'],
    ['2025-04-31', 'E0307'],
    ['2025年13月1日', 'E0307'],
    ['45748', 'E0308'],
    ['45748.375', 'E0308'],
    ['2025-04-01 09:30', 'E0309'],
    // One sign throughout, and the year first: anything else could be meant otherwise.
    ['2025-4/1', 'E0306'],
    ['4/1/2025', 'E0306'],
    ['2025-04', 'E0306'],
    ['20250401', 'E0306'],
    ['2025-04-011', 'E0306'],
    ['2025-04-01x', 'E0306'],
    ['yesterday', 'E0306'],
    ['2025-04-01\n2025-04-02', 'E0306'],
  ])('%j is %s', (cell, expected) => {
    expect(outcome(date, cell)).toBe(expected);
  });
});

describe('a time', () => {
  it.each([
    ['2025-04-01 09:00:12', '2025-04-01 09:00:12'],
    ['2025-04-01 09:00', '2025-04-01 09:00:00'],
    ['2025-04-01 9:05', '2025-04-01 09:05:00'],
    ['2025/4/1 9:05:07', '2025-04-01 09:05:07'],
    ['2025-04-01T09:00:12', '2025-04-01 09:00:12'],
    ['2025年4月1日 9:00', '2025-04-01 09:00:00'],
    ['2025年4月1日9:00', '2025-04-01 09:00:00'],
    ['２０２５-０４-０１　０９：００', '2025-04-01 09:00:00'],
    ['2025-04-01 23:59:59', '2025-04-01 23:59:59'],
    ['2025-04-01 09:00:12.000', '2025-04-01 09:00:12'],
    ['2025-04-01 24:00:00', 'E0307'],
    ['2025-04-31 09:00:00', 'E0307'],
    ['2025-04-01', 'E0311'],
    ['2025-04-01 09:00:12.5', 'E0310'],
    ['2025-04-01 09:00:12Z', 'E0310'],
    ['2025-04-01 9:00 PM', 'E0310'],
    ['2025-04-0109:00', 'E0310'],
    ['09:00', 'E0310'],
    ['45748.375', 'E0308'],
  ])('%j is %s', (cell, expected) => {
    expect(outcome(time, cell)).toBe(expected);
  });
});

describe('a month', () => {
  it.each([
    ['2025-04', '2025-04'],
    ['2025/4', '2025-04'],
    ['2025年4月', '2025-04'],
    ['202504', '2025-04'],
    ['２０２５年４月', '2025-04'],
    ['2025-13', 'E0312'],
    ['2025-04-01', 'E0312'],
    ['Apr-25', 'E0312'],
    ['45748', 'E0308'],
  ])('%j is %s', (cell, expected) => {
    expect(outcome(month, cell)).toBe(expected);
  });

  it.each([
    ['2025-04', '2025-04'],
    ['2025/4/1', '2025-04-01'],
    ['2025-13', 'E0312'],
    ['2025-04-31', 'E0307'],
    ['soon', 'E0306'],
  ])('or a day: %j is %s', (cell, expected) => {
    expect(outcome(dateOrMonth, cell)).toBe(expected);
  });
});

describe('an amount', () => {
  it.each([
    ['12', '12'],
    ['0.30', '0.3'],
    ['.50', '0.5'],
    ['-.5', '-0.5'],
    ['+3', '3'],
    ['-1200.00', '-1200'],
    ['−1200', '-1200'],
    ['1,200.00', '1200'],
    ['1,234,567.89', '1234567.89'],
    ['１２．５０', '12.5'],
    ['1，200', '1200'],
    // More than a float could hold.
    ['12345678901234567.01', '12345678901234567.01'],
    ['(1,200.00)', 'E0332'],
    ['（1200）', 'E0332'],
    ['12,50', 'E0333'],
    ['1,2345.00', 'E0333'],
    ['1.200,00', 'E0333'],
    ['1 200.00', 'E0333'],
    ['12.', 'E0333'],
    ['¥12', 'E0334'],
    ['￥12', 'E0334'],
    ['12元', 'E0334'],
    ['$12', 'E0334'],
    ['12%', 'E0335'],
    ['1.2E+05', 'E0336'],
    ['1e5', 'E0336'],
    ['', 'E0331'],
    ['-', 'E0331'],
    ['NULL', 'E0331'],
    ['0x10', 'E0331'],
    ['Infinity', 'E0331'],
    ['9'.repeat(31), 'E0339'],
  ])('%j is %s', (cell, expected) => {
    expect(exact(decimal, cell)).toBe(expected);
  });

  it('that can only be from 0 refuses what is below', () => {
    expect(exact(decimalFromZero, '-0.01')).toBe('E0337');
    expect(exact(decimalFromZero, '0')).toBe('0');
  });
});

describe('a count', () => {
  it.each([
    ['30', '30'],
    ['0', '0'],
    ['007', '7'],
    ['30.00', '30'],
    ['1,200', '1200'],
    ['３０', '30'],
    ['9007199254740991', '9007199254740991'],
    ['9007199254740992', 'E0339'],
    ['30.5', 'E0338'],
    ['-1', 'E0337'],
    ['-0.5', 'E0337'],
    ['thirty', 'E0331'],
  ])('%j is %s', (cell, expected) => {
    expect(outcome(count, cell)).toBe(expected);
  });
});

describe('an id', () => {
  it.each([
    ['0012', '0012'],
    ['D-0012_a', 'D-0012_a'],
    ['工号 7', '工号 7'],
    ['００１２', '0012'],
    // Only digits are mended: a full-width letter may be part of the id.
    ['Ｄ００１２', 'Ｄ0012'],
    // How some systems keep a spreadsheet from seeing a number.
    ['="0012"', '0012'],
    ['1E10', '1E10'],
    ['1.39E+10', 'E0303'],
    ['1E+10', 'E0303'],
    ['1.1e17', 'E0303'],
    ['13900000001.0', 'E0304'],
    ['139\u200b00000001', 'E0305'],
    ['\u202e12', 'E0305'],
    ['1\n2', 'E0305'],
  ])('%j is %j', (cell, expected) => {
    expect(outcome(id, cell)).toBe(expected);
  });

  it.each([
    ['００１２', '0012'],
    ['１组', '１组'],
    ['一组', '一组'],
    ['1.39E+10', 'E0303'],
  ])('or the name of a team: %j is %j', (cell, expected) => {
    expect(outcome(idOrName, cell)).toBe(expected);
  });
});

describe('a name', () => {
  it('stays as it is, full-width letters and all', () => {
    expect(text('ＡＢ１２·王')).toBe('ＡＢ１２·王');
  });
});

describe('a value of a list', () => {
  const result = oneOf({ answered: ['接通'], no_answer: ['未接'] });
  it.each([
    ['answered', 'answered'],
    ['接通', 'answered'],
    ['ANSWERED', 'answered'],
    ['No Answer', 'no_answer'],
    ['no-answer', 'no_answer'],
    ['ｎｏ_answer', 'no_answer'],
    ['接 通', 'E0302'],
    ['', 'E0302'],
    ['toString', 'E0302'],
    ['__proto__', 'E0302'],
  ])('%j is %s', (cell, expected) => {
    expect(outcome(result, cell)).toBe(expected);
  });
});
