/** Runs the built program as people do, on workspaces of a test's own in temporary folders. */
import { spawn } from 'node:child_process';
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
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { SOUND_MONTH, type Files } from '../input/month-folder.js';

export const PROJECT = resolve(import.meta.dirname, '../..');
export const PROGRAM = join(PROJECT, 'bin/telepay.js');
export const MONTH = '2025-04';

/**
 * A month without a single warning under the shipped rules. A1's two sign-ups count: MAIL at 4 points, which
 * the handbook states, and INFO_2 at 1 point, which is assumed.
 */
export const CLEAN_MONTH: Files = {
  ...SOUND_MONTH,
  'signups.csv':
    'signup_id,agent_id,signed_at,customer_no,product\n' +
    'S1,A1,2025-04-01 09:01:00,13900000101,MAIL\nS2,A1,2025-04-01 09:02:00,13900000102,INFO_2\n',
  'billing.csv':
    'customer_no,product,bill_month,fee_type,amount,status\n' +
    '13900000101,MAIL,2025-04,rent,4.00,active\n13900000102,INFO_2,2025-04,usage,2.00,active\n',
  'targets.csv': 'scope,id,target\nagent,A1,10\nagent,A2,10\n',
  'tests.csv':
    'agent_id,date,test,result\nA1,2025-04-01,typing,61\nA1,2025-04-01,written,90\n' +
    'A2,2025-04-01,typing,61\nA2,2025-04-01,written,90\n',
};

/** The same with an incident of an unknown agent on line 2: an error, so that the month is refused. */
export const BAD_MONTH: Files = {
  ...CLEAN_MONTH,
  'incidents.csv':
    'incident_id,agent_id,date,kind,upheld,cause,signup_id\nE1,A9,2025-04-01,point_wrong,yes,,\n',
};

/** `files` without those named. */
export function without(files: Files, ...names: readonly string[]): Files {
  return Object.fromEntries(Object.entries(files).filter(([name]) => !names.includes(name)));
}

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'telepay-test-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A workspace with the shipped rules and one month, 2025-04. */
export function workspaceWith(month: Files = CLEAN_MONTH, settings?: string): string {
  const folder = temporaryFolder();
  cpSync(join(PROJECT, 'rules'), join(folder, 'rules'), { recursive: true });
  if (settings !== undefined) writeFileSync(join(folder, 'telepay.yaml'), settings);
  writeMonth(folder, month);
  return folder;
}

/** Puts exactly these exports into the month's folder. */
export function writeMonth(workspace: string, month: Files): void {
  const folder = join(workspace, 'months', MONTH);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(month)) writeFileSync(join(folder, name), content);
}

/** A stack trace of JavaScript, which no reader of messages should ever meet. */
export const STACK_TRACE = /\n\s+at .*(?:\.js|node:)/;

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd?: string;
  /** On top of the test's own environment, which says nothing of locale, time zone or colours. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs telepay to its end. */
export function telepay(args: readonly string[], surroundings: Surroundings = {}): Promise<Ending> {
  return runCommand(process.execPath, [PROGRAM, ...args], surroundings);
}

export function runCommand(
  command: string,
  args: readonly string[],
  { cwd = PROJECT, env = {} }: Surroundings = {},
): Promise<Ending> {
  return new Promise((done, failed) => {
    const child = spawn(command, args, {
      cwd,
      env: { PATH: process.env['PATH'], HOME: tmpdir(), LANG: 'C', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (block: Buffer) => out.push(block));
    child.stderr.on('data', (block: Buffer) => err.push(block));
    child.once('error', failed);
    child.once('close', (code, signal) => {
      done({ code, signal, stdout: String(Buffer.concat(out)), stderr: String(Buffer.concat(err)) });
    });
  });
}

/** Every file below `folder` with its content, by its path from there; undefined where there is no folder. */
export function filesBelow(folder: string): ReadonlyMap<string, string> | undefined {
  if (!existsSync(folder)) return undefined;
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.toSorted().map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

/** The cells of a CSV file that telepay wrote, where none holds a comma or a line end. */
export function cellsOf(path: string): string[][] {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  return text
    .split('\r\n')
    .slice(0, -1)
    .map((line) => line.split(',').map((cell) => cell.replace(/^"(.*)"$/, '$1')));
}
