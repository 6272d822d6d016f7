/** A draft is its source but for its version and date. */
import { describe, expect, it } from 'vitest';
import { parseIsoDate } from '../../src/base/period.js';
import { draftText, draftVersion } from '../../src/rules/draft.js';
import { load, SHIPPED } from './rule-files.js';

const date = (text: string) => {
  const found = parseIsoDate(text);
  if (!found) throw new Error(text);
  return found;
};

describe('the version of a draft', () => {
  it.each([
    ['2025.04', '2025.07'],
    ['2025-04', '2025-07'],
    ['2025.04-grades', '2025.07-grades'],
    ['sales-1', 'sales-1-2025.07'],
    ['plan-2025.13', 'plan-2025.13-2025.07'],
  ])('of %s is %s', (version, expected) => {
    expect(draftVersion(version, date('2025-07-01'))).toBe(expected);
  });
});

describe('the text of a draft', () => {
  const drafted = (text: string): string => draftText(load(text), '2025.07', date('2025-07-01'));

  it('differs in two lines alone', () => {
    const [before, after] = [SHIPPED.split('\n'), drafted(SHIPPED).split('\n')];
    expect(after).toHaveLength(before.length);
    expect(after.filter((line, index) => line !== before[index])).toEqual([
      'version: "2025.07"',
      'effective_from: 2025-07-01',
    ]);
  });

  it.each([
    ['with carriage returns', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with a byte order mark', (text: string) => `\uFEFF${text.replace(/^(#.*\n|\n)+/, '')}`],
    ['with a remark behind', (text: string) => text.replace('version: "2025.04"', "version: '2025.04' # 旧")],
  ])('%s', (_name, change) => {
    const text = change(SHIPPED);
    const { plan } = load(drafted(text));
    expect([plan.version, plan.effective_from]).toEqual(['2025.07', '2025-07-01']);
    expect(drafted(text).length - text.length).toBe(0);
  });
});
