/** The header row: where it is, which columns it names, what is wrong with it. */
import { describe, expect, it } from 'vitest';
import { INPUT_PROBLEMS } from '../../src/problems/input.js';
import { COLUMN_ABSENCES } from '../../src/problems/input/absences.js';
import { FAMILY_NAMES } from '../../src/input/family.js';
import { familiesWith } from '../../src/input/families.js';
import { readFiles, SOUND_MONTH, told, VOCABULARY, type Files } from './month-folder.js';

const withLeads = (leads: string): Files => ({ ...SOUND_MONTH, 'leads.csv': leads });

describe('a faulty header', () => {
  it.each<[string, string, string[]]>([
    ['none', 'A1,2025-04-01,13900000150\n', ['E0213 leads.csv']],
    ['below eleven title rows', `${'标题\n'.repeat(11)}agent_id,date,customer_no\n`, ['E0213 leads.csv']],
    [
      'below eleven title rows that can not be cut',
      `${'"四月"客户\n'.repeat(11)}agent_id,date,customer_no\n`,
      ['E0213 leads.csv'],
    ],
    ['separated by |', 'agent_id|date|customer_no\n', ['E0213 leads.csv']],
    ['without a required column', 'agent_id,customer_no\nA1,13900000150\n', ['E0214 leads.csv 1 1']],
    ['without two of them', 'date,source\n', ['E0214 leads.csv 1 1', 'E0214 leads.csv 1 1']],
    ['with a column twice', 'agent_id,date,customer_no,日期\n', ['E0215 leads.csv 1 27']],
    // All that is wrong is told at once: the rows are looked at too.
    [
      'and faulty rows',
      'agent_id,customer_no\nA1,1.39E+10\n',
      ['E0214 leads.csv 1 1', 'E0303 leads.csv 2 4'],
    ],
    ['of title rows alone', '客户信息\n', ['E0213 leads.csv']],
  ])('%s', async (_, leads, expected) => {
    const reading = await readFiles(withLeads(leads));
    expect(told(reading)).toEqual(expected);
    expect(reading.exports).toBeUndefined();
  });

  it.each([
    ['customer', 'customer_no'],
    ['agentid', 'agent_id'],
  ])('names the nearest of the columns that are there', async (written, meant) => {
    const header = `${['agent_id', 'date', 'customer_no'].map((name) => (name === meant ? `${written}x` : name)).join(',')}\n`;
    const { problems } = await readFiles(withLeads(header));
    expect(problems[0]?.explain('en').hint).toContain(`"${written}x"`);
  });

  it('reports every row below it, and uses none', async () => {
    const { files } = await readFiles(withLeads('agent_id,customer_no\nA1,1\nA1,2\n'));
    expect(files.find(({ file }) => file === 'leads.csv')).toMatchObject({ rows: 2, used: 0, reported: 2 });
  });
});

describe('columns that telepay does not know', () => {
  it('are kept for agents, under their own names', async () => {
    const agents =
      '工号,姓名,班组,岗位,入职日期,银行卡号, 成本 中心\nA1,王小兰,一组,组长,2024/1/15, 6222 ,\nA2,赵敏,一组,值班长,2022/3/1,,C1\n';
    const { exports } = await readFiles({ ...SOUND_MONTH, 'agents.csv': agents });
    expect(exports?.agents.map((agent) => agent.other)).toEqual([
      { 银行卡号: '6222', '成本 中心': '' },
      { 银行卡号: '', '成本 中心': 'C1' },
    ]);
  });

  it('must not stand twice among agents, since one would be lost', async () => {
    const agents = String(SOUND_MONTH['agents.csv']).replaceAll('\n', ',x,y\n').replace('x,y', 'bank,bank');
    expect(told(await readFiles({ ...SOUND_MONTH, 'agents.csv': agents }))).toEqual([
      'E0215 agents.csv 1 53',
    ]);
  });
});

describe('an optional column that is missing', () => {
  /** A file of the sound month with this header in place of `column`'s. */
  const withHeader = (file: string, column: string, header: string): Files => ({
    ...SOUND_MONTH,
    [file]: String(SOUND_MONTH[file]).replace(column, header),
  });

  it.each([
    // Pay or fines hang on these: that they are missing is told in any case, and what looks like them is named.
    ['agents.csv', 'subsidy_phone', '补贴电话', 'W0413 agents.csv 1 34'],
    ['agents.csv', 'subsidy_phone', '手机', 'W0413 agents.csv 1 1', null],
    ['incidents.csv', 'cause', '原由', 'W0413 incidents.csv 1 39'],
    ['incidents.csv', 'cause', '说明', 'W0413 incidents.csv 1 1', null],
    ['incidents.csv', 'signup_id', 'signup', 'W0413 incidents.csv 1 45'],
    ['attendance.csv', 'approved', 'approve', 'W0413 attendance.csv 1 22'],
    ['attendance.csv', 'approved', '是否批准', 'W0413 attendance.csv 1 22'],
  ])('%s: %s as %s', async (file, column, header, expected, near: string | null = header) => {
    const reading = await readFiles(withHeader(file, column, header));
    expect(told(reading)).toEqual([expected]);
    expect(reading.exports).toBeDefined();
    const { hint = '' } = reading.problems[0]?.explain('zh') ?? {};
    expect(hint.includes('可能')).toBe(near !== null);
    expect(hint).toContain(near ?? '重新导出');
  });

  it.each([
    ['agents.csv', '离职时间', ['W0413 agents.csv 1 48']],
    ['agents.csv', '辞职日期', ['W0413 agents.csv 1 48']],
    // A day of birth is no day of leaving, a bank card no phone.
    ['agents.csv', '出生日期', []],
    ['agents.csv', '银行卡号', []],
    ['attendance.csv', 'minute', ['W0413 attendance.csv 1 31']],
    ['attendance.csv', '班次', []],
    ['signups.csv', '受理金额', ['W0413 signups.csv 1 50']],
    ['leads.csv', 'sources', []],
  ])('%s beside %s: of no weight, told only where it has another name', async (file, header, expected) => {
    const [names = '', ...rows] = String(SOUND_MONTH[file]).split('\n');
    const text = [`${names},${header}`, ...rows].join('\n');
    expect(told(await readFiles({ ...SOUND_MONTH, [file]: text }))).toEqual(expected);
  });

  it.each([
    ['agents.csv', 'subsidy_phone', { files: new Set(FAMILY_NAMES), subsidy_phone: false }],
    ['incidents.csv', 'signup_id', { files: new Set(['agents', 'incidents']), subsidy_phone: true }],
  ] as const)(
    '%s without %s: nobody is told where the plan has no use for it',
    async (file, column, needs) => {
      const files = withHeader(file, column, 'anything');
      expect(told(await readFiles(files))).toEqual([`W0413 ${file} 1 1`]);
      expect(told(await readFiles(files, { needs })).filter((one) => one.startsWith('W0413'))).toEqual([]);
    },
  );

  it('is told of each part', async () => {
    const part = 'agent_id,date,status\nA1,2025-04-02,rest\n';
    const reading = await readFiles({ ...SOUND_MONTH, 'attendance-2.csv': part });
    expect(told(reading)).toEqual(['W0413 attendance-2.csv 1 1']);
  });

  it('has its meaning written down for columns that there are', () => {
    const families = familiesWith(VOCABULARY);
    for (const name of FAMILY_NAMES) {
      const columns = families[name].fields.filter((field) => field.optional).map((field) => field.field);
      const meaningless = ['note', 'source', 'ref'];
      expect(Object.keys(COLUMN_ABSENCES[name] ?? {})).toEqual(
        columns.filter((column) => !meaningless.includes(column)),
      );
    }
  });
});

describe('the families', () => {
  const families = familiesWith(VOCABULARY);

  it('are all there, each under its own name', () => {
    expect(Object.keys(families).sort()).toEqual([...FAMILY_NAMES].sort());
    for (const name of FAMILY_NAMES) expect(families[name].name).toBe(name);
  });

  it('have different headers for different columns, in both languages', () => {
    for (const name of FAMILY_NAMES) {
      const { fields } = families[name];
      for (const language of ['en', 'zh'] as const) {
        expect(new Set(fields.map(({ header }) => header[language])).size).toBe(fields.length);
      }
    }
  });

  it('know the words of a rule file beside their own', async () => {
    const vocabulary = {
      ...VOCABULARY,
      incident_kinds: new Map([['late_report', ['迟报', 'Late report']]]),
      tests: new Map([['english', ['英语']]]),
    };
    const reading = await readFiles(
      {
        ...SOUND_MONTH,
        'incidents.csv':
          'incident_id,agent_id,date,kind,upheld\nE1,A1,2025-04-01,迟报,是\nE2,A1,2025-04-01,Late Report,否\nE3,A1,2025-04-01,投诉,否\n',
        'tests.csv': 'agent_id,date,test,result\nA1,2025-04-01,英语,80\nA1,2025-04-01,打字,80\n',
      },
      { vocabulary },
    );
    expect(reading.exports?.incidents?.map(({ kind }) => kind)).toEqual([
      'late_report',
      'late_report',
      'complaint',
    ]);
    expect(reading.exports?.tests?.map(({ test }) => test)).toEqual(['english', 'typing']);
  });
});

describe('a row', () => {
  const { row_too_long, row_too_short, row_cut_off, empty_cell } = INPUT_PROBLEMS;
  const HEADER = 'agent_id,date,customer_no,source\n';
  it.each<[string, string, string[]]>([
    ['with a cell too many', 'A1,2025-04-01,1,x,y\n', [`${row_too_long.code} leads.csv 2 19`]],
    [
      'with a cell too many on its second line',
      'A1,2025-04-01,1,"x\ny",z\n',
      [`${row_too_long.code} leads.csv 3 4`],
    ],
    ['with blank cells too many', 'A1,2025-04-01,1,x,, \n', []],
    ['that ends before a required cell', 'A1,2025-04-01\n', [`${row_too_short.code} leads.csv 2 14`]],
    ['with an empty required cell', 'A1,,1\n', [`${empty_cell.code} leads.csv 2 4`]],
    ['that lacks an optional cell', 'A1,2025-04-01,1\n', []],
    // The line end is missing too: nobody can tell whether the cell was empty or cut off.
    [
      'that lacks an optional cell where the file ends',
      'A1,2025-04-01,1',
      [`${row_cut_off.code} leads.csv 2 16`],
    ],
    ['that is complete where the file ends', 'A1,2025-04-01,1,', []],
    [
      'with several faults: each is told',
      '1.3E+10,45748,\u200b1\n',
      ['E0303 leads.csv 2 1', 'E0308 leads.csv 2 9', 'E0305 leads.csv 2 15'],
    ],
  ])('%s', async (_, row, expected) => {
    expect(told(await readFiles(withLeads(HEADER + row)))).toEqual(expected);
  });
});
