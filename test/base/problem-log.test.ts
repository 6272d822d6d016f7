import { describe, expect, it } from 'vitest';
import { isError, type Problem, problem, type ProblemKind, type Severity } from '../../src/base/problem.js';
import { ProblemLog } from '../../src/base/problem-log.js';

const kind = (code: string, severity: Severity): ProblemKind<{ what: string }> => {
  const say = ({ what }: { what: string }) => ({ message: what, expected: '', hint: '' });
  return { code, severity, explain: { en: say, zh: (p) => say({ what: `错:${p.what}` }) } };
};
const error = kind('E1', 'error');
const warning = kind('W1', 'warning');

const label = (one: Problem): string =>
  [one.code, one.place.file, one.place.line, one.place.column, one.value].filter(Boolean).join(' ');

describe('ProblemLog', () => {
  it('lists by file, line, column, code and value, errors and warnings mixed', () => {
    const log = new ProblemLog();
    log.addAll([
      problem(error, { file: 'b.csv', line: 10, column: 2 }, { what: '' }),
      problem(error, { file: 'b.csv', line: 9 }, { what: '' }, { value: 'y' }),
      problem(error, { file: 'b.csv', line: 9 }, { what: '' }, { value: 'x' }),
      problem(warning, { file: 'b.csv', line: 10, column: 1 }, { what: '' }),
      problem(warning, { file: 'a.csv' }, { what: '' }),
      problem(warning, { file: 'b.csv' }, { what: '' }),
    ]);
    expect(log.sorted().map(label)).toEqual([
      'W1 a.csv',
      'W1 b.csv',
      'E1 b.csv 9 x',
      'E1 b.csv 9 y',
      'W1 b.csv 10 1',
      'E1 b.csv 10 2',
    ]);
  });

  it('tells errors from warnings', () => {
    const log = new ProblemLog();
    log.add(problem(warning, { file: 'a.csv' }, { what: '' }));
    expect(log.hasErrors).toBe(false);
    log.add(problem(error, { file: 'a.csv' }, { what: '' }));
    expect(log.hasErrors).toBe(true);
    expect(log.sorted().map(isError)).toEqual([true, false]);
  });

  it('keeps the line of the first twenty problems of a code', () => {
    const log = new ProblemLog();
    const wanted = Array.from({ length: 21 }, () => log.wantsExcerpt('E1'));
    expect(wanted.filter(Boolean)).toHaveLength(20);
    expect(wanted.at(-1)).toBe(false);
    expect(log.wantsExcerpt('E2')).toBe(true);
  });

  it('speaks both languages', () => {
    const one = problem(error, { file: 'a.csv' }, { what: 'x' });
    expect([one.explain('en').message, one.explain('zh').message]).toEqual(['x', '错:x']);
  });
});
