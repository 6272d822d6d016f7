/** Small workspaces with a ledger: months of a handful of agents as rows, and the commands on them as functions. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { onTestFinished } from 'vitest';
import type { Problem } from '../../src/base/problem.js';
import { approve } from '../../src/commands/approve.js';
import { close } from '../../src/commands/close.js';
import { correct } from '../../src/commands/correct.js';
import { exportPayroll } from '../../src/commands/export.js';
import { open } from '../../src/commands/open.js';
import type { CommandResult } from '../../src/commands/outcome.js';
import { reopen } from '../../src/commands/reopen.js';
import { run } from '../../src/commands/run.js';
import { variance } from '../../src/commands/variance.js';
import { verify } from '../../src/commands/verify.js';
import { readChain, type Entry } from '../../src/ledger/chain.js';
import { readSettings } from '../../src/workspace/settings.js';
import type { Workspace } from '../../src/workspace/workspace.js';
import { handbook, handbookTextWith, type Changes } from '../calc/plans.js';
import type { Cells } from '../calc/reports.js';
import { month as monthOf } from '../calc/rows.js';

/** Rows of a month's exports without their headers, by the file's name without .csv. */
export type Sheets = Readonly<Partial<Record<keyof typeof HEADERS, readonly string[]>>>;

const HEADERS = {
  agents: 'agent_id,name,team,role,hired_on,left_on,monthly_base',
  activity: 'agent_id,date,dialled_customers,answered_customers,dials,retention_dials,calls_over_300s,talk_s',
  signups: 'signup_id,agent_id,signed_at,customer_no,product',
  billing: 'customer_no,product,bill_month,fee_type,amount,status,cancelled_on',
  attendance: 'agent_id,date,status,minutes,approved',
  targets: 'scope,id,target',
  incidents: 'incident_id,agent_id,date,kind,cause,signup_id,upheld,refunded',
  measures: 'agent_id,date,measure,value,ref',
};
const FILES = Object.keys(HEADERS) as (keyof typeof HEADERS)[];

/** The rows of several sheets as one. */
export const together = (...sheets: readonly Sheets[]): Sheets =>
  Object.fromEntries(FILES.map((file) => [file, sheets.flatMap((sheet) => sheet[file] ?? [])]));

/** The sheets without the rows in which one of these words stands between commas. */
export const without = (sheets: Sheets, ...words: readonly string[]): Sheets =>
  Object.fromEntries(
    FILES.map((file) => [
      file,
      (sheets[file] ?? []).filter((row) => !words.some((word) => row.split(',').includes(word))),
    ]),
  );

/** Someone in the month's agents.csv. */
export function person(
  id: string,
  more: { left?: string; base?: string; name?: string; team?: string; role?: string } = {},
): Sheets {
  const { left = '', base = '', name = `name of ${id}`, team = 'T', role = 'agent' } = more;
  return { agents: [`${id},${name},${team},${role},2024-01-01,${left},${base}`] };
}

/** A day at work that meets the daily target by its answered calls, or, absent, no assessed day. */
export const day = (id: string, date: string, status = 'present'): Sheets => ({
  attendance: [`${id},${date},${status},,`],
  activity: [`${id},${date},40,40,40,0,0,0`],
});

/** A sign-up that nothing is billed for yet. */
export const sign = (id: string, agent: string, product: string, date: string): Sheets => ({
  signups: [`${id},${agent},${date} 10:00:00,c-${id},${product}`],
});

/** A row of the extract for such a sign-up. */
export const billed = (
  id: string,
  product: string,
  month: string,
  amount = '3',
  status = 'active',
): Sheets => ({
  billing: [
    `c-${id},${product},${month},rent,${amount},${status},${status === 'cancelled' ? `${month}-28` : ''}`,
  ],
});

/** So many sign-ups of a month that count: S1 … of this agent and product. */
export const sold = (agent: string, product: string, month: string, count: number, from = 1): Sheets =>
  together(
    ...Array.from({ length: count }, (_, index) => {
      const id = `${month}-${agent}-${product}-${String(index + from)}`;
      return together(sign(id, agent, product, `${month}-10`), billed(id, product, month));
    }),
  );

/** An upheld incident about a sign-up. */
export const incident = (id: string, agent: string, date: string, kind: string, signup = ''): Sheets => ({
  incidents: [
    `${id},${agent},${date},${kind},${kind === 'complaint' ? 'tariff_unexplained' : ''},${signup},yes,`,
  ],
});

export const target = (agent: string, count: number): Sheets => ({
  targets: [`agent,${agent},${String(count)}`],
});

/** A number of measures.csv, of a day or a month. */
export const measured = (agent: string, date: string, measure: string, value: string): Sheets => ({
  measures: [`${agent},${date},${measure},${value},`],
});

/** Somebody in whose pay nothing ever changes: no month is without sign-ups, bills and people at work. */
const bystander = (month: string): Sheets =>
  together(person('Z'), day('Z', `${month}-02`), sold('Z', 'MAIL', month, 1), target('Z', 1));

/** Products that the tests of the ledger have no use for: a shorter rule file is read faster. */
const UNUSED = Object.keys(handbook.products).filter(
  (code) => !['SECRETARY', 'INFO_4', 'INFO_6', 'MAIL'].includes(code),
);
const LEFT_OUT: Changes = {
  ...Object.fromEntries(UNUSED.map((code) => [`products.${code}`, undefined])),
  'products.INFO_4.points.not_by': undefined,
  ...Object.fromEntries(
    ['team_leader_allowance', 'phone_subsidy', 'typing', 'written', 'late', 'early_leave', 'absence'].map(
      (key) => [`components.${key}`, undefined],
    ),
  ),
  'net.guard': undefined,
};

/** The handbook's rule file, cut short, with other values. */
export const rules = (changes: Changes = {}): string => handbookTextWith({ ...LEFT_OUT, ...changes });

const LANGUAGE = { messages: 'en', files: 'en' } as const;

interface Deed {
  readonly by?: string;
  readonly key?: string | undefined;
  readonly rules?: string;
  readonly program?: string;
  readonly confirm?: (plan: string) => Promise<boolean>;
}

/** In memory where there is such a place: what the disk takes to flush is no part of these tests. */
const FAST_FOLDER = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A workspace in a folder of its own. */
export class SmallLedger {
  readonly folder: string;

  /** `until`: the folder goes with the test, or with `remove` when all tests of the file are over. */
  constructor(ruleText: string = rules(), settings?: string, until: 'test' | 'file' = 'test') {
    this.folder = mkdtempSync(join(FAST_FOLDER, 'telepay-ledger-'));
    this.write('rules/2025.04.yaml', ruleText);
    if (settings !== undefined) this.write('telepay.yaml', settings);
    if (until === 'test') {
      onTestFinished(() => {
        this.remove();
      });
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The same workspace in another folder. */
  copy(): SmallLedger {
    const other = new SmallLedger();
    other.remove();
    cpSync(this.folder, other.folder, { recursive: true });
    return other;
  }

  write(path: string, content: string | Uint8Array): this {
    const target = join(this.folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
    return this;
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /** Puts exactly these exports, and a bystander's, into a month's folder. */
  month(name: string, sheets: Sheets): this {
    rmSync(join(this.folder, 'months', name), { recursive: true, force: true });
    const all = together(sheets, bystander(name));
    for (const file of FILES) {
      const rows = [HEADERS[file], ...(all[file] ?? [])];
      this.write(`months/${name}/${file}.csv`, `${rows.join('\n')}\n`);
    }
    return this;
  }

  get workspace(): Workspace {
    const reading = readSettings(this.folder);
    if ('problems' in reading) throw new Error('telepay.yaml');
    return { folder: this.folder, settings: reading.settings };
  }

  private request(month: string, deed: Deed) {
    const { by = '王会计', key, rules: named, program = 'telepay' } = deed;
    const { confirm = () => Promise.resolve(true) } = deed;
    return {
      workspace: this.workspace,
      month: monthOf(month),
      rules: named,
      provisional: false,
      strict: 'none',
      by,
      ...(key === undefined ? {} : { key }),
      at: '2025-07-01T00:00:00.000Z',
      note: '',
      why: 'a mistake',
      language: LANGUAGE,
      program,
      confirm,
    } as const;
  }

  run(month: string, more: Deed & { out?: string } = {}): Promise<CommandResult> {
    return run({ ...this.request(month, more), out: more.out });
  }

  close(month: string, deed: Deed = {}): Promise<CommandResult> {
    return close(this.request(month, deed));
  }

  correct(month: string, deed: Deed = {}): Promise<CommandResult> {
    return correct(this.request(month, deed));
  }

  reopen(month: string, deed: Deed = {}): Promise<CommandResult> {
    return reopen({ ...this.request(month, deed), language: 'en' });
  }

  /** Seals what these files tell of before `month`, by their names and lines. */
  open(month: string, files: Readonly<Record<string, readonly string[]>>): Promise<CommandResult> {
    const from = join(this.folder, 'opening');
    rmSync(from, { recursive: true, force: true });
    for (const [name, lines] of Object.entries(files)) this.write(`opening/${name}`, `${lines.join('\n')}\n`);
    return open({ ...this.request(month, {}), from });
  }

  variance(month: string): Promise<CommandResult> {
    return variance({ ...this.request(month, {}), other: undefined, thresholds: {} });
  }

  approve(month: string, deed: Deed = {}): Promise<CommandResult> {
    return approve({ ...this.request(month, deed), language: 'en' });
  }

  export(month: string, draft = false): Promise<CommandResult> {
    return exportPayroll({ ...this.request(month, {}), template: 'plain', draft, out: undefined });
  }

  verify(head?: string, program = 'telepay'): Promise<CommandResult> {
    return verify({ workspace: this.workspace, language: 'en', head, program });
  }

  /** Writes these months and closes them one after the other. */
  async closing(months: Readonly<Record<string, Sheets>>): Promise<this> {
    for (const [name, sheets] of Object.entries(months)) {
      this.month(name, sheets);
      expectDone(await this.close(name));
    }
    return this;
  }

  get chain(): readonly Entry[] {
    const reading = readChain(join(this.folder, 'ledger'));
    if ('problems' in reading) throw new Error(reading.problems.map(wordsOf).join('\n'));
    return reading.entries;
  }

  get head(): string {
    return this.chain.at(-1)?.hash ?? '';
  }

  /** Every file of the ledger by its path in it, without locks and what is staged. */
  get sealed(): ReadonlyMap<string, Buffer> {
    const ledger = join(this.folder, 'ledger');
    if (!existsSync(ledger)) return new Map();
    const files = readdirSync(ledger, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile() && !one.name.startsWith('.'))
      .map((one) => join(one.parentPath, one.name));
    return new Map(files.toSorted().map((path) => [path.slice(ledger.length + 1), readFileSync(path)]));
  }

  /** Rows of a report of a run. */
  report(month: string, file: string): Cells[] {
    return parse(this.read(`out/${month}/${file}`), { bom: true, columns: true });
  }

  /** The agent's row of payroll.csv: what is not 0.00, of the columns of money. */
  payroll(month: string, agent: string): Record<string, string> {
    const row = this.report(month, 'payroll.csv').find((one) => one['agent_id'] === agent) ?? {};
    return Object.fromEntries(
      MONEY.flatMap((column) => {
        const cell = row[column];
        return cell === undefined || cell === '0.00' ? [] : [[column, cell]];
      }),
    );
  }

  /** The lines that corrections posted, `agent component of the line id: amount`. */
  posted(month: string): string[] {
    return this.report(month, 'lines.csv')
      .filter((line) => line['component'] === 'correction')
      .map((line) => `${line['agent_id'] ?? ''} ${line['line_id'] ?? ''} ${line['amount'] ?? ''}`);
  }
}

const MONEY = [
  'base_commission',
  'product_commission',
  'prior_period',
  'allowances',
  'clawbacks',
  'penalties',
  'debt_in',
  'net',
  'paid',
  'debt_out',
];

const wordsOf = ({ code, place, explain }: Problem): string =>
  `${code} ${place.file}: ${explain('en').message}`;

/** The problems that a command told, as people see them. */
export const told = ({ problems }: CommandResult, letter = ''): string[] =>
  problems.filter(({ code }) => code.startsWith(letter)).map(wordsOf);

/** The codes of the errors that refused it. */
export const errorsOf = (result: CommandResult): string[] => [
  ...new Set(result.problems.filter((one) => one.severity === 'error').map((one) => one.code)),
];

/** Throws, with its problems, when a command was refused. */
export function expectDone(result: CommandResult): CommandResult {
  if (result.refused) throw new Error(told(result, 'E').join('\n'));
  return result;
}
