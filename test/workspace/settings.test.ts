/** telepay.yaml: what may stand in it, and where each mistake is told. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSettings, type Settings, SETTINGS_FILE } from '../../src/workspace/settings.js';

const folder = mkdtempSync(join(tmpdir(), 'telepay-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The settings, or each problem as `code line:column hint`. */
function read(text: string): Settings | string[] {
  writeFileSync(join(folder, SETTINGS_FILE), text);
  const reading = readSettings(folder);
  if ('settings' in reading) return reading.settings;
  return reading.problems.map(
    ({ code, place, explain }) => `${code} ${place.line ?? 0}:${place.column ?? 0} ${explain('en').hint}`,
  );
}

/** How the hints begin where something near is known, and all there is to them where nothing is. */
const SPELLING = 'correct the spelling or delete the line';
const VALUE = 'correct the value, or delete the line to use the default';
const probably = (word: string): string => `probably "${word}" is meant; `;

describe('settings', () => {
  it('say per export what becomes of rows outside the month: an error where they say nothing', () => {
    const settings = read('outside_month: { calls: set_aside, measures: error }\n');
    expect(settings).toHaveProperty('outsideMonth');
    if (!('outsideMonth' in settings)) return;
    // Every file whose rows belong to the month by their date (contract of the exports).
    expect(Object.fromEntries(settings.outsideMonth)).toEqual({
      calls: 'set_aside',
      activity: 'error',
      signups: 'error',
      attendance: 'error',
      incidents: 'error',
      tests: 'error',
      contacts: 'error',
      talks: 'error',
      leads: 'error',
      measures: 'error',
    });
  });

  it('map the headers of the firm to columns by their English names', () => {
    const settings = read('columns:\n  contacts: { 时间: at }\n  measures: { 月份: date, 数: value }\n');
    expect(settings).toHaveProperty('columnNames');
    if (!('columnNames' in settings)) return;
    expect(settings.columnNames.get('contacts')).toEqual(new Map([['时间', 'at']]));
    expect(settings.columnNames.get('measures')).toEqual(
      new Map([
        ['月份', 'date'],
        ['数', 'value'],
      ]),
    );
  });
});

describe('a mistake in the settings', () => {
  it.each<[string, string, string[]]>([
    ['a setting misspelt', 'langauge: zh\n', [`E0108 1:1 ${probably('language')}${SPELLING}`]],
    ['one that is none', 'language: zh\ncurrency: yuan\n', [`E0108 2:1 ${SPELLING}`]],
    ['a language that is none', 'language: cn\n', [`E0109 1:11 ${VALUE}`]],
    ['a file misspelt', 'outside_month:\n  call: set_aside\n', [`E0108 2:3 ${probably('calls')}${SPELLING}`]],
    ['a file that is none', 'outside_month:\n  payroll: set_aside\n', [`E0108 2:3 ${SPELLING}`]],
    // The rows of an extract, a list or a sheet of people do not belong to a month by their date.
    [
      'a file whose rows have no day in the month',
      'outside_month: { billing: set_aside }\n',
      [`E0108 1:18 ${SPELLING}`],
    ],
    [
      'what becomes of rows misspelt',
      'outside_month:\n  calls: set_asside\n',
      [`E0109 2:10 ${probably('set_aside')}${VALUE}`],
    ],
    [
      'headers of a file misspelt',
      'columns:\n  signup: {}\n',
      [`E0108 2:3 ${probably('signups')}${SPELLING}`],
    ],
    [
      'a column misspelt',
      'columns:\n  signups:\n    客户手机: custmer_no\n',
      [`E0109 3:11 ${probably('customer_no')}${VALUE}`],
    ],
    // A column of another file is none of this one.
    ['a column of another file', 'columns: { leads: { 时长: duration_s } }\n', [`E0109 1:25 ${VALUE}`]],
    [
      'a header and a column the wrong way round',
      'columns: { leads: { date: 日子 } }\n',
      [`E0109 1:27 ${VALUE}`],
    ],
    ['no mapping', 'columns: signups\n', [`E0109 1:10 ${VALUE}`]],
    [
      'several',
      'outside_month: { agents: error }\ncolumns: { lead: {}, visits: { x: y } }\n',
      [`E0108 1:18 ${SPELLING}`, `E0109 2:35 ${VALUE}`, `E0108 2:12 ${probably('leads')}${SPELLING}`],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('is told with the whole name of the setting and what it can be', () => {
    writeFileSync(join(folder, SETTINGS_FILE), 'outside_month: { calls: aside, visits: error }\n');
    const reading = readSettings(folder);
    expect(
      'problems' in reading ? reading.problems.map((one) => [one.value, one.explain('zh')]) : [],
    ).toEqual([
      [
        'aside',
        {
          message: '设置“outside_month.calls”的值无法识别',
          expected: 'error | set_aside',
          hint: '改正该值，或删去该行以使用默认值',
        },
      ],
      [
        'visits',
        {
          message: 'telepay.yaml 没有“outside_month.visits”这一设置',
          expected:
            '可用设置：calls、activity、signups、attendance、incidents、tests、contacts、talks、leads、measures',
          hint: '改正拼写或删去该行',
        },
      ],
    ]);
  });
});
