/** telepay.yaml: what may stand in it, and where each mistake is told. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { toText } from '../../src/base/exact.js';
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

describe('templates of payroll files', () => {
  const templatesOf = (text: string) => {
    const settings = read(text);
    if (!('templates' in settings)) throw new Error(settings.join('\n'));
    return Object.fromEntries(settings.templates);
  };

  it('name their rows and columns; all else has a default', () => {
    const text = 'templates:\n  银行: { rows: items, columns: [{ header: 金额, field: amount }] }\n';
    expect(templatesOf(text)).toEqual({
      银行: {
        rows: 'items',
        columns: [{ header: '金额', field: 'amount', optional: false }],
        money: { unit: 'yuan', decimals: 2, decimal_mark: 'point', thousands: 'none' },
        encoding: 'utf-8-bom',
        separator: 'comma',
        header: true,
        line_ends: 'crlf',
        zero_payments: 'keep',
      },
    });
  });

  it('say all that a payroll system asks for', () => {
    const text = `templates:
  bank:
    rows: agents
    columns:
      - { header: 账号, field: 银行账号, optional: yes }
      - { header: 用途, constant: 工资 }
    money: { decimals: 1, decimal_mark: comma, thousands: point }
    encoding: gb18030
    separator: bar
    header: no
    line_ends: lf
    zero_payments: leave_out
  fen: { rows: agents, columns: [{ header: x, field: paid }], money: { unit: fen } }
`;
    expect(templatesOf(text)).toMatchObject({
      bank: {
        columns: [
          { header: '账号', field: '银行账号', optional: true },
          { header: '用途', constant: '工资' },
        ],
        money: { unit: 'yuan', decimals: 1, decimal_mark: 'comma', thousands: 'point' },
        encoding: 'gb18030',
        separator: 'bar',
        header: false,
        line_ends: 'lf',
        zero_payments: 'leave_out',
      },
      fen: { money: { unit: 'fen' } },
    });
  });

  const bank = (more: string, column = 'field: paid') =>
    `templates:\n  bank:\n    rows: agents\n    columns:\n      - { header: a, ${column} }\n${more}`;

  it.each<[string, string, string[]]>([
    ['a key misspelt', bank('    seperator: tab\n'), [`E0108 6:5 ${probably('separator')}${SPELLING}`]],
    [
      "a column's key misspelt",
      bank('', 'field: paid, option: yes'),
      [`E0108 5:35 ${probably('optional')}${SPELLING}`],
    ],
    [
      'money misspelt',
      bank('    money: { decimal: 2 }\n'),
      [`E0108 6:14 ${probably('decimals')}${SPELLING}`],
    ],
    ['three decimals', bank('    money: { decimals: 3 }\n'), [`E0109 6:24 ${VALUE}`]],
    [
      'one mark for thousands and decimals',
      bank('    money: { decimal_mark: comma, thousands: comma }\n'),
      [`E0109 6:46 ${VALUE}`],
    ],
    ['whole fen with decimals', bank('    money: { unit: fen, decimals: 2 }\n'), [`E0109 6:35 ${VALUE}`]],
    ['another encoding', bank('    encoding: utf-16\n'), [`E0109 6:15 ${probably('utf-8')}${VALUE}`]],
    ['yes in other words', bank('    header: true\n'), [`E0109 6:13 ${VALUE}`]],
    ['a column of nothing', bank('', 'optional: yes'), [`E0109 5:9 ${VALUE}`]],
    ['a column of two things', bank('', 'field: paid, constant: x'), [`E0109 5:9 ${VALUE}`]],
    ['an optional constant', bank('', 'constant: x, optional: no'), [`E0109 5:9 ${VALUE}`]],
    ['no columns', 'templates: { bank: { rows: agents, columns: [] } }\n', [`E0109 1:45 ${VALUE}`]],
    ['no rows', 'templates: { bank: { columns: [{ header: a, field: paid }] } }\n', [`E0109 1:20 ${VALUE}`]],
    ...['Bank', '../bank', 'bank.csv', '-', 'a b'].map((name): [string, string, string[]] => [
      `a name that is none for files: ${name}`,
      `templates: { "${name}": { rows: agents, columns: [{ header: a, field: paid }] } }\n`,
      [`E0109 1:${18 + name.length} ${VALUE}`],
    ]),
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('the thresholds of a variance', () => {
  it('are exact, and each has a default', () => {
    const settings = read('variance: { amount: 0.1 }\n');
    if (!('variance' in settings)) throw new Error(settings.join('\n'));
    const { amount, percent, high_payment } = settings.variance;
    expect([amount, percent, high_payment].map(toText)).toEqual(['0.1', '30', '3']);
  });

  it.each<[string, string]>([
    ['variance: { amount: -1 }\n', `E0109 1:21 ${VALUE}`],
    ['variance: { percent: 30% }\n', `E0109 1:22 ${VALUE}`],
    ['variance: { percents: 30 }\n', `E0108 1:13 ${probably('percent')}${SPELLING}`],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual([expected]);
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
