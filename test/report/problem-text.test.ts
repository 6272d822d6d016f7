/** A problem as people see it. */
import { describe, expect, it } from 'vitest';
import type { Place, Problem } from '../../src/base/problem.js';
import { renderProblem } from '../../src/report/problem-text.js';

function problemAt(place: Place, excerpt?: string, message = 'wrong'): Problem {
  return {
    code: 'E0000',
    severity: 'error',
    place,
    ...(excerpt === undefined ? {} : { excerpt }),
    explain: (language) =>
      language === 'en'
        ? { message, expected: 'right', hint: 'mend it' }
        : { message: '有误', expected: '正确', hint: '更正' },
  };
}

describe('a problem', () => {
  it('has its place, code, line with caret, what is expected and a hint', () => {
    expect(renderProblem(problemAt({ file: 'calls.csv', line: 12, column: 3 }, 'a,b,c'), 'en')).toBe(
      [
        'calls.csv:12:3: error[E0000] wrong',
        '  12 | a,b,c',
        '     |   ^',
        '  expected: right',
        '  hint: mend it',
      ].join('\n'),
    );
  });

  it('is told in Chinese', () => {
    const warning: Problem = { ...problemAt({ file: 'calls.csv' }), severity: 'warning' };
    expect(renderProblem(warning, 'zh')).toBe(
      ['calls.csv: 警告[E0000] 有误', '  应为：正确', '  办法：更正'].join('\n'),
    );
  });

  it('of a line without a column has no caret', () => {
    expect(renderProblem(problemAt({ file: 'a.csv', line: 1 }, 'x'), 'en').split('\n')[2]).toBe(
      '  expected: right',
    );
  });
});

describe('the caret', () => {
  /** The line and the caret line of a problem at `column` of `excerpt`. */
  const shown = (excerpt: string, column: number): string[] =>
    renderProblem(problemAt({ file: 'f', line: 1, column }, excerpt), 'en')
      .split('\n')
      .slice(1, 3);

  it.each([
    // 王小兰 takes 6 columns, the comma 1: the caret stands below the 8th.
    ['Chinese characters', '王小兰,x', 5, '王小兰,x', 7],
    ['full-width digits', '１２,x', 4, '１２,x', 5],
    // One character of the file is shown as six.
    ['a tab', '\tx', 2, '\\u{9}x', 5],
    ['a change of direction', '\u202ex', 2, '\\u{202e}x', 8],
    ['full-width punctuation', '（，“x', 4, '（，“x', 5],
    ['Hangul', '가x', 2, '가x', 2],
    ['pictographs, old and new', '☕😀x', 3, '☕😀x', 4],
    ['a combining mark', 'e\u0301x', 3, 'e\u0301x', 1],
    ['characters of two units', '𠮷𠮷x', 3, '𠮷𠮷x', 4],
    ['the end of the line', 'ab', 3, 'ab', 2],
  ])('counts %s by the columns they take', (_, excerpt, column, line, before) => {
    expect(shown(excerpt, column)).toEqual([`  1 | ${line}`, `    | ${' '.repeat(before)}^`]);
  });

  it('is in sight in a long line, of which only its surroundings are shown', () => {
    const [line = '', caret = ''] = shown(`${'a'.repeat(500)}X${'b'.repeat(500)}`, 501);
    expect(line).toBe(`  1 | …${'a'.repeat(50)}X${'b'.repeat(49)}…`);
    expect(line[caret.indexOf('^')]).toBe('X');
  });

  it('is left out with the line when the line was cut before it', () => {
    expect(renderProblem(problemAt({ file: 'f', line: 1, column: 9 }, 'abc'), 'en')).not.toContain('|');
  });
});

describe('texts of files', () => {
  it('are shown as data wherever they come: no control and no change of direction gets through', () => {
    const text = renderProblem(
      problemAt({ file: 'a\u001b[31m.csv', line: 1, column: 1 }, 'x\u0007', 'no "\u202e"\n'),
      'en',
    );
    // eslint-disable-next-line no-control-regex -- controls are what is looked for
    expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(text.split('\n')).toHaveLength(5);
  });
});
