/** What a cell says that went through a spreadsheet: the same, another value in the file's form, or neither. */
import { describe, expect, it } from 'vitest';
import { cameBack, isDisguised } from '../../src/rules/came-back.js';

/** As one text: `same`, `→ 0.09`, or why it is neither. */
function said(written: string, cell: string): string {
  const back = cameBack(written, cell);
  switch (back.kind) {
    case 'same':
      return 'same';
    case 'other':
      return `→ ${back.text}`;
    case 'unclear':
      return back.why.kind;
  }
}

describe('a cell that came back', () => {
  it.each([
    // Numbers, in the dresses that spreadsheets give them.
    ['0.10', '0.1', 'same'],
    ['362.50', '362.5', 'same'],
    ['1000', '1,000', 'same'],
    ['1000', '1,000.00', 'same'],
    ['2.5', '2.50', 'same'],
    ['2.5', '２．５', 'same'],
    ['0.5', '.5', 'same'],
    ['-5', '\u22125', 'same'],
    ['2.5', '3', '→ 3'],
    ['362.50', '370', '→ 370.00'],
    ['362.50', '370.125', '→ 370.125'],
    ['1000', '1,200', '→ 1200'],
    ['2.5', '2,5', 'no_number'],
    ['2.5', '2,500', 'no_number'],
    ['2.5', '3元', 'no_number'],
    ['2.5', '1.39E+10', 'no_number'],
    ['2.5', '5月1日', 'no_number'],
    ['2.5', '(3)', 'no_number'],
    ['100', '150%', 'percentage'],
    ['0.08', '8%', 'same'],
    ['0.08', '9%', '→ 0.09'],
    // Percentages.
    ['8%', '0.08', 'same'],
    ['8%', '8.00%', 'same'],
    ['8%', '8 %', 'same'],
    ['100%', '1', 'same'],
    ['8%', '9.5%', '→ 9.5%'],
    ['8%', '9', 'no_percent_sign'],
    ['8%', '0.09', 'no_percent_sign'],
    // Texts that look like numbers, and days.
    ['0012', '12', 'same'],
    ['0012', '0013', '→ 0013'],
    ['0012', '13', 'zeros_lost'],
    ['2025-05-01', '2025/5/1', 'same'],
    ['2025-05-01', '2025年5月1日', 'same'],
    ['2025-05-01', '2025-05-01 00:00:00', 'same'],
    ['2025-05-01', '2025/6/1', '→ 2025-06-01'],
    ['2025-05-01', '5/6/2025', 'no_day'],
    ['2025-05-01', '45778', 'no_day'],
    ['2025-05', '2025-05-01', 'same'],
    ['2025-05', '2025/06', '→ 2025-06'],
    ['2025-05', 'May-25', 'no_day'],
    // Words and lists.
    ['rent', 'charge', '→ charge'],
    ['yes', 'TRUE', 'same'],
    ['yes', 'FALSE', '→ no'],
    ['[outbound, inbound]', '[outbound,inbound]', 'same'],
    ['[outbound, inbound]', '[inbound]', '→ [inbound]'],
    ['rent', '=A1', 'formula'],
  ])('%s ← %s: %s', (written, cell, expected) => {
    expect(said(written, cell)).toBe(expected);
  });

  it.each([
    ['2025-05', 'May-25', true],
    ['1.5', '1月5日', true],
    ['3-1', '3月1日', true],
    ['139000000012', '1.39E+11', true],
    // Another number is another number, and no disguise.
    ['1.5', '2.5', false],
    ['2025-05', '2025-06', false],
    ['rent', 'charge', false],
  ])('%s may hide behind %s: %s', (written, cell, expected) => {
    expect(isDisguised(written, cell)).toBe(expected);
  });
});
