/**
 * `export` killed at the system calls with which it changes ledger/ and out/: a payment file that the chain does
 * not know of is never there, and the next export finishes what was begun, with one entry.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { entriesOf, readChain } from '../../src/ledger/chain.js';
import { sha256 } from '../../src/ledger/manifest.js';
import { CLEAN_MONTH, MONTH, telepay, workspaceWith } from '../cli/program.js';
import { inTwoLanes, KILL, Patient, thinned } from './interrupted.js';
import { requireTool } from './tools.js';

beforeAll(() => {
  requireTool('strace', 'strace');
});

const COMMAND = ['export', MONTH, '--template', 'plain', '--by', '李出纳'];
const FILE = `${MONTH}-plain.csv`;
const FOLDER = `out/${MONTH}-export`;

async function closedWorkspace(): Promise<string> {
  const workspace = workspaceWith(CLEAN_MONTH);
  const { code, stderr } = await telepay(['close', MONTH, '--by', '王会计', '--yes'], { cwd: workspace });
  if (code !== 0) throw new Error(stderr);
  mkdirSync(join(workspace, 'out'));
  return workspace;
}

class ExportPatient extends Patient {
  static async new(): Promise<ExportPatient> {
    return new ExportPatient(await closedWorkspace(), 'ledger', COMMAND);
  }

  override restore(): void {
    super.restore();
    rmSync(join(this.workspace, 'out'), { recursive: true, force: true });
    mkdirSync(join(this.workspace, 'out'));
  }

  /** The hash of the payment file; undefined where there is none. */
  paymentFile(): string | undefined {
    const path = join(this.workspace, FOLDER, FILE);
    return existsSync(path) ? sha256(readFileSync(path)) : undefined;
  }

  /** The hashes of the payment files that the chain knows of. Throws where the chain is not whole. */
  known(): (string | undefined)[] {
    const chain = readChain(this.folder);
    if ('problems' in chain) throw new Error(chain.problems.map((one) => one.explain('en').message).join());
    return entriesOf(chain.entries, 'export').map(({ manifest }) => manifest.files[FILE]);
  }

  /** All that lies in out/. */
  written(): string[] {
    return readdirSync(join(this.workspace, 'out'), { recursive: true, encoding: 'utf8' }).toSorted();
  }
}

it('April, interrupted anywhere, is exported by a file that the chain knows, once', async () => {
  const patients = await Promise.all([ExportPatient.new(), ExportPatient.new()] as const);
  // Equal commands make equal calls: those about out/ are recorded in a workspace of their own.
  const inOut = new Patient(await closedWorkspace(), 'out', COMMAND);
  const points = [...(await patients[0].record()), ...(await inOut.record())];
  expect(points.filter(({ call }) => call === 'rename').length).toBeGreaterThan(4);
  const file = patients[0].paymentFile();
  expect(file).toBeDefined();

  const outcomes = await inTwoLanes(patients, thinned(points), async (patient, at) => {
    patient.restore();
    const { signal } = await patient.attemptWith(at, KILL);
    const killed = { file: patient.paymentFile(), known: patient.known() };
    const { code, stderr } = await patient.attempt();
    const next = {
      code,
      warned: stderr.includes('W0830'),
      file: patient.paymentFile(),
      known: patient.known(),
    };
    return { at, signal, killed, next, written: patient.written() };
  });
  for (const { at, killed, next, written } of outcomes) {
    if (killed.file !== undefined) expect({ at, killed }).toEqual({ at, killed: { file, known: [file] } });
    const warned = killed.known.length > 0;
    expect({ at, next }).toEqual({ at, next: { code: 0, warned, file, known: [file] } });
    expect({ at, written }).toEqual({ at, written: [`${MONTH}-export`, `${MONTH}-export/${FILE}`] });
  }
  // The sweep says something only if nearly all exports died: before the entry, between entry and file, and after.
  expect(outcomes.filter(({ signal }) => signal !== 'SIGKILL').length).toBeLessThan(5);
  const stages = outcomes.map(({ killed }) => `${killed.known.length} ${killed.file ? 'file' : 'none'}`);
  expect(new Set(stages)).toEqual(new Set(['0 none', '1 none', '1 file']));
});
