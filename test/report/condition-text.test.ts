/** Conditions in words, as `explain` shows them: several together, the opposite of one, the day of hiring. */
import { describe, expect, it } from 'vitest';
import { plainDate } from '../../src/base/period.js';
import type { Weighed } from '../../src/calc/weighed.js';
import { metText, unmetText, weighedData } from '../../src/report/condition-text.js';

const AT = { file: 'rules.yaml', line: 5 };
const DAY = plainDate(2024, 4, 1) ?? expect.fail('no day');
const HIRED_ON = plainDate(2024, 3, 31) ?? expect.fail('no day');

const hired = (holds: boolean): Weighed => ({
  kind: 'hiring',
  holds,
  condition: {
    kind: 'hiring',
    side: holds ? 'hired_before' : 'hired_from',
    day: {
      value: DAY,
      text: '2024-04-01',
      path: 'gate.1',
      at: AT,
      mark: { kind: 'stated', clause: 'P-1', path: '', at: AT },
    },
  },
  own: HIRED_ON,
  at: { file: 'agents.csv', line: 2 },
});

describe('a condition in words', () => {
  it.each([
    ['that held', metText(hired(true), 'en', ''), ['hired on = 2024-03-31']],
    ['in Chinese', metText(hired(true), 'zh', ''), ['入职日期 = 2024-03-31']],
    [
      'that did not',
      unmetText(hired(false), 'en', ''),
      ['hired on = 2024-03-31, needed 2024-04-01 or later'],
    ],
    [
      'that did not, in Chinese',
      unmetText(hired(false), 'zh', ''),
      ['入职日期 = 2024-03-31, 需要 不早于 2024-04-01'],
    ],
    [
      'all',
      metText({ kind: 'all', holds: true, tried: [hired(true)] }, 'en', ''),
      ['all of these', '  hired on = 2024-03-31'],
    ],
    [
      'not all',
      unmetText({ kind: 'all', holds: false, tried: [hired(true), hired(false)] }, 'zh', ''),
      ['下列未全部满足', '  入职日期 = 2024-03-31', '  入职日期 = 2024-03-31, 需要 不早于 2024-04-01'],
    ],
    [
      'not, where it holds',
      metText({ kind: 'not', holds: true, denied: hired(false) }, 'en', ''),
      ['not this', '  hired on = 2024-03-31, needed 2024-04-01 or later'],
    ],
    [
      'not, where it does not',
      unmetText({ kind: 'not', holds: false, denied: hired(true) }, 'en', ''),
      ['this, which must not hold', '  hired on = 2024-03-31'],
    ],
  ])('%s', (_, lines, expected) => {
    // Below each stands the value of the rule file.
    expect(lines.filter((line) => !line.includes('rules.yaml'))).toEqual(expected);
  });

  it('is data too', () => {
    expect(weighedData({ kind: 'not', holds: false, denied: hired(true) }, 'en')).toMatchObject({
      not: { holds: true, hired_before: '2024-04-01', own: '2024-03-31' },
    });
  });
});
