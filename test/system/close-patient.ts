/** Interrupted closes of May, in a workspace whose April is closed and whose June waits. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { z } from 'zod';
import { readReport } from '../calc/reports.js';
import { CLEAN_MONTH, type Ending, telepay, without, workspaceWith } from '../cli/program.js';
import type { Files } from '../input/month-folder.js';
import { Patient } from './interrupted.js';

export const closing = (month: string): string[] => ['close', month, '--by', '王会计', '--yes'];

const SIGNUPS = 'signup_id,agent_id,signed_at,customer_no,product\n';
const BILLING = 'customer_no,product,bill_month,fee_type,amount,status\n';
const INCIDENTS = 'incident_id,agent_id,date,kind,upheld,cause,signup_id\n';

/**
 * Each month leaves the next one something: April a sign-up that May bills, and A2 in debt; May one that June
 * bills, and the clawback of S1.
 */
const MONTHS: Readonly<Record<string, Files>> = {
  '2025-04': {
    'signups.csv': `${SIGNUPS}S1,A1,2025-04-01 09:01:00,101,MAIL\nS2,A1,2025-04-01 09:02:00,102,MAIL\n`,
    'billing.csv': `${BILLING}101,MAIL,2025-04,rent,4.00,active\n`,
    'incidents.csv': `${INCIDENTS}E1,A2,2025-04-01,complaint,yes,tariff_unexplained,\n`,
  },
  '2025-05': {
    'signups.csv': `${SIGNUPS}S3,A1,2025-05-01 09:01:00,103,MAIL\nS4,A1,2025-05-01 09:02:00,104,MAIL\n`,
    'billing.csv': `${BILLING}102,MAIL,2025-05,rent,4.00,active\n103,MAIL,2025-05,rent,4.00,active\n`,
    'incidents.csv': `${INCIDENTS}E2,A1,2025-05-01,forced_activation,yes,,S1\n`,
  },
  '2025-06': {
    'signups.csv': `${SIGNUPS}S5,A1,2025-06-01 09:01:00,105,MAIL\n`,
    'billing.csv': `${BILLING}104,MAIL,2025-06,rent,4.00,active\n105,MAIL,2025-06,rent,4.00,active\n`,
  },
};

const UNUSED = ['contacts', 'do_not_disturb', 'talks', 'leads', 'visits', 'measures', 'tests'];

/** A workspace with the exports of the three months, whose April is closed. */
export async function workspaceWithApril(): Promise<string> {
  const workspace = workspaceWith({});
  const shared = without(CLEAN_MONTH, 'incidents.csv', ...UNUSED.map((name) => `${name}.csv`));
  for (const [month, own] of Object.entries(MONTHS)) {
    const folder = join(workspace, 'months', month);
    mkdirSync(folder, { recursive: true });
    for (const [name, content] of Object.entries({ ...shared, ...own }))
      writeFileSync(join(folder, name), String(content).replaceAll('2025-04-01', `${month}-01`));
  }
  await succeeding(telepay(closing('2025-04'), { cwd: workspace }));
  return workspace;
}

async function succeeding(ending: Promise<Ending>): Promise<void> {
  const { code, stderr } = await ending;
  if (code !== 0) throw new Error(stderr);
}

const manifestShape = z.object({ previous: z.string().nullable(), files: z.record(z.string(), z.string()) });

const CHECKSUM = 'manifest.json.sha256';

/** The manifest of a month's seal, which must be whole: the files that it lists, as it lists them, and no others. */
function wholeSeal(folder: string): z.infer<typeof manifestShape> {
  const { 'manifest.json': own, [CHECKSUM]: checksum, ...files } = hashesBelow(folder);
  if (own === undefined || checksum === undefined) throw new Error(`${folder} has no manifest`);
  expect(readFileSync(join(folder, CHECKSUM), 'utf8')).toBe(`${own}  manifest.json\n`);
  const manifest = manifestShape.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  const paths = new Set([...Object.keys(files), ...Object.keys(manifest.files)]);
  const wrong = [...paths].filter((path) => files[path] !== manifest.files[path]);
  if (wrong.length > 0)
    throw new Error(`not as sealed: ${wrong.map((path) => join(folder, path)).join(', ')}`);
  return manifest;
}

const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

function hashesBelow(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), sha256(path)]));
}

/**
 * The hashes of what is sealed in each closed month. Throws when a seal is not whole, or is not linked to the one
 * before: whatever was interrupted, this must not be.
 */
export function sealedMonths(workspace: string): Record<string, Readonly<Record<string, string>>> {
  const ledger = join(workspace, 'ledger');
  let head: string | null = null;
  const seals = readdirSync(ledger)
    .filter((name) => !name.startsWith('.'))
    .toSorted()
    .map((month) => {
      const folder = join(ledger, month);
      const { previous, files } = wholeSeal(folder);
      if (previous !== head) throw new Error(`${folder} is not linked to the seal before it`);
      head = sha256(join(folder, 'manifest.json'));
      return [month, files] as const;
    });
  return Object.fromEntries(seals);
}

const PAY = 'agent_id product_commission prior_period clawbacks penalties debt_in net paid debt_out'.split(
  ' ',
);

/** What June pays, on what the ledger knows: agents by the columns of PAY. */
async function juneOf(workspace: string): Promise<string[][]> {
  await succeeding(telepay(['run', '2025-06'], { cwd: workspace }));
  const rows = readReport(join(workspace, 'out/2025-06/payroll.csv'));
  return rows.map((row) => PAY.map((column) => row[column] ?? ''));
}

/** What a chain of closed months comes to. */
export interface Chain {
  readonly sealed: ReturnType<typeof sealedMonths>;
  readonly june: readonly (readonly string[])[];
}

export async function chainOf(workspace: string): Promise<Chain> {
  return { sealed: sealedMonths(workspace), june: await juneOf(workspace) };
}

export class ClosePatient extends Patient {
  /** What comes of the chain when nothing interrupts it. */
  readonly undisturbed: Chain;

  private constructor(workspace: string, undisturbed: Chain) {
    super(workspace, 'ledger', closing('2025-05'));
    this.undisturbed = undisturbed;
  }

  static async new(): Promise<ClosePatient> {
    const workspace = await workspaceWithApril();
    const [ledger, april] = [join(workspace, 'ledger'), join(workspace, 'april')];
    cpSync(ledger, april, { recursive: true });
    await succeeding(telepay(closing('2025-05'), { cwd: workspace }));
    const undisturbed = await chainOf(workspace);
    rmSync(ledger, { recursive: true });
    renameSync(april, ledger);
    return new ClosePatient(workspace, undisturbed);
  }

  static twice(): Promise<[ClosePatient, ClosePatient]> {
    return Promise.all([ClosePatient.new(), ClosePatient.new()]);
  }

  /** Whether May is closed: whole, or not at all. */
  state(): 'old' | 'new' {
    const { '2025-05': may, ...before } = sealedMonths(this.workspace);
    const { '2025-05': mayUndisturbed, ...beforeUndisturbed } = this.undisturbed.sealed;
    expect(before).toEqual(beforeUndisturbed);
    if (may === undefined) return 'old';
    expect(may).toEqual(mayUndisturbed);
    return 'new';
  }
}
