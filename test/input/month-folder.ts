/** Reads month folders that tests put together. */
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Month } from '../../src/base/period.js';
import { parseMonth } from '../../src/base/period.js';
import { ProblemLog } from '../../src/base/problem-log.js';
import type { Problem } from '../../src/base/problem.js';
import { FAMILY_NAMES } from '../../src/input/family.js';
import { readMonth, type MonthReading, type ReadRequest } from '../../src/input/month.js';
import {
  NO_PAST,
  type CallRow,
  type ExportNeeds,
  type KnownPast,
  type MonthExports,
  type Vocabulary,
} from '../../src/input/records.js';

export const APRIL = month('2025-04');

export function month(text: string): Month {
  const parsed = parseMonth(text);
  if (!parsed) throw new Error(`not a month: ${text}`);
  return parsed;
}

/** A rule file's words, as small as the examples need them. */
export const VOCABULARY: Vocabulary = {
  products: new Set(['INFO_4', 'INFO_6', 'MAIL']),
  incident_kinds: new Map(),
  tests: new Map(),
  forcing_kinds: new Set(['forced_activation']),
  measures: new Set(),
  occasional_measures: new Set(),
  products_without_bill: new Set(),
  remembered: { totals: new Set(), weeks: new Set(), refs: new Set() },
};

/** What the shipped rule file has a use for: everything. */
export const ALL_NEEDED: ExportNeeds = { files: new Set(FAMILY_NAMES), subsidy_phone: true };

/** Files by name, as text or as bytes. */
export type Files = Readonly<Record<string, string | Buffer>>;

/** A month in which all is well: no problem, not even a warning. */
export const SOUND_MONTH: Files = {
  'agents.csv':
    'agent_id,name,team,role,hired_on,subsidy_phone\nA1,王小兰,一组,agent,2024-01-15,\nA2,赵敏,一组,duty_manager,2022-03-01,\n',
  'attendance.csv': 'agent_id,date,status,approved\nA1,2025-04-01,present,\nA2,2025-04-01,present,\n',
  'calls.csv':
    'call_id,agent_id,started_at,direction,result,duration_s,customer_no,campaign\n' +
    'C1,A1,2025-04-01 09:00:00,outbound,answered,60,13900000101,marketing\n',
  'signups.csv':
    'signup_id,agent_id,signed_at,customer_no,product\nS1,A1,2025-04-01 09:01:00,13900000101,MAIL\n',
  'billing.csv':
    'customer_no,product,bill_month,fee_type,amount,status\n13900000101,MAIL,2025-04,rent,4.00,active\n',
  'targets.csv': 'scope,id,target\nagent,A1,10\n',
  'incidents.csv':
    'incident_id,agent_id,date,kind,upheld,cause,signup_id\nE1,A1,2025-04-01,point_wrong,yes,,\n',
  'tests.csv': 'agent_id,date,test,result\nA1,2025-04-01,typing,61\n',
  'contacts.csv': 'agent_id,at,reached\nA1,2025-04-01 18:00,yes\n',
  'do_not_disturb.csv': 'customer_no,listed_on\n13900000199,2025-04-01\n',
  'talks.csv': 'manager_id,agent_id,date\nA2,A1,2025-04-01\n',
  'leads.csv': 'agent_id,date,customer_no\nA1,2025-04-01,13900000150\n',
  'visits.csv': 'customer_no,visited_on\n13900000102,2025-03-20\n',
  'measures.csv': 'agent_id,date,measure,value\nA1,2025-04-01,collected,5\n',
};

/** The sound month without some of its files. */
export function without(...names: string[]): Files {
  return Object.fromEntries(Object.entries(SOUND_MONTH).filter(([name]) => !names.includes(name)));
}

/** The sound month with a row added to some of its files. */
export function withRows(rows: Readonly<Record<string, string>>): Files {
  const grown: Record<string, string | Buffer> = { ...SOUND_MONTH };
  for (const [file, row] of Object.entries(rows)) grown[file] = `${String(SOUND_MONTH[file] ?? '')}${row}\n`;
  return grown;
}

/** The header row of a file of the sound month. */
export function headerOf(file: string): string {
  return String(SOUND_MONTH[file] ?? '').split('\n')[0] ?? '';
}

export interface TestReading extends MonthReading {
  /** What the sink of the calls was asked for with. */
  readonly asked: readonly MonthExports[];
  readonly calls: readonly CallRow[];
  readonly problems: readonly Problem[];
}

export interface TestRequest extends Partial<Omit<ReadRequest, 'folder' | 'past'>> {
  readonly past?: Partial<KnownPast>;
  /** A file that gets a line more after it was looked at first. */
  readonly appendWhileReading?: string | undefined;
  /** No folder at all. */
  readonly noFolder?: boolean;
}

/** Reads `files` as the folder of a month, April 2025 unless the request says otherwise. */
export async function readFiles(files: Files, request: TestRequest = {}): Promise<TestReading> {
  const folder = mkdtempSync(join(tmpdir(), 'telepay-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return await readFolder(request.noFolder ? join(folder, 'missing') : folder, request);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Reads a folder that is there. */
export async function readFolder(folder: string, request: TestRequest = {}): Promise<TestReading> {
  const log = new ProblemLog();
  const calls: CallRow[] = [];
  const asked: MonthExports[] = [];
  const { past, appendWhileReading, ...rest } = request;
  const reading = await readMonth(
    {
      month: APRIL,
      from: folder,
      vocabulary: VOCABULARY,
      needs: ALL_NEEDED,
      outsideMonth: new Map(),
      columnNames: new Map(),
      provisional: false,
      ...rest,
      past: { ...NO_PAST, ...past },
    },
    log,
    (exports) => {
      asked.push(exports);
      // All files were looked at once by now, and the calls not yet read.
      if (appendWhileReading !== undefined) appendFileSync(join(folder, appendWhileReading), '\n');
      return (call) => calls.push(call);
    },
  );
  return { ...reading, asked, calls, problems: log.sorted() };
}

/** What a test is after in most cases: which problems, and where. */
export function told({ problems }: TestReading): string[] {
  return problems.map(({ code, place }) =>
    [code, place.file, place.line, place.column].filter(Boolean).join(' '),
  );
}
