/** Exports of closed months: only sealed figures are paid by, and the chain knows of every payment file. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { approve } from '../../src/commands/approve.js';
import { exportPayroll, type ExportRequest } from '../../src/commands/export.js';
import { grade } from '../../src/commands/grade.js';
import type { CommandResult } from '../../src/commands/outcome.js';
import { run } from '../../src/commands/run.js';
import { entriesOf, readChain } from '../../src/ledger/chain.js';
import { SIGNING_PROBLEMS } from '../../src/problems/signing.js';
import { WorkspaceFault } from '../../src/workspace/fault.js';
import { BAD_MONTH, CLEAN_MONTH, MONTH, workspaceWith, writeMonth } from '../cli/program.js';
import { APRIL } from '../input/month-folder.js';
import { closeMonth, LANGUAGE, workspaceOf } from './closed-workspace.js';

const BANK = `templates:
  bank:
    rows: agents
    columns:
      - { header: 账号, field: 银行账号 }
      - { header: 户名, field: name }
      - { header: 金额, field: paid }
    money: { unit: fen }
    encoding: gb18030
    separator: bar
    header: no
    zero_payments: leave_out
`;

/** The clean month, in which A1 has an account, and A2, who is paid nothing, has none. */
const WITH_ACCOUNTS = {
  ...CLEAN_MONTH,
  'agents.csv': String(CLEAN_MONTH['agents.csv'])
    .replace('subsidy_phone\n', 'subsidy_phone,银行账号\n')
    .replace('2024-01-15,\n', '2024-01-15,,0062170001\n')
    .replace('2022-03-01,\n', '2022-03-01,,\n'),
};

const runMonth = (folder: string): Promise<CommandResult> =>
  run({
    workspace: workspaceOf(folder),
    month: APRIL,
    rules: undefined,
    provisional: false,
    strict: 'none',
    out: undefined,
    language: LANGUAGE,
    program: 'telepay',
  });

const exporting = (folder: string, changes: Partial<ExportRequest> = {}): Promise<CommandResult> =>
  exportPayroll({
    workspace: workspaceOf(folder),
    month: APRIL,
    template: 'plain',
    draft: false,
    by: '李出纳',
    at: '2025-05-11T08:00:00.000Z',
    out: undefined,
    language: LANGUAGE,
    program: 'telepay',
    ...changes,
  });

/** A workspace with April closed. */
async function closedWorkspace(settings?: string): Promise<string> {
  const folder = workspaceWith(WITH_ACCOUNTS, settings);
  expect((await closeMonth(folder)).refused).toBe(false);
  return folder;
}

const exportsIn = (folder: string) => {
  const chain = readChain(join(folder, 'ledger'));
  return 'entries' in chain ? entriesOf(chain.entries, 'export') : [];
};

const codesOf = (result: CommandResult): string[] => result.problems.map((one) => one.code);
const PLAIN = `out/${MONTH}-export/${MONTH}-plain.csv`;

describe('an export', () => {
  it('writes the file of a closed month and records it with a copy', async () => {
    const folder = await closedWorkspace(BANK);
    const result = await exporting(folder, { template: 'bank' });
    // A1's MAIL at 4.00 and INFO_2 at 1.00 make 5.00 yuan, that is 500 fen.
    const bytes = readFileSync(join(folder, `out/${MONTH}-export/${MONTH}-bank.csv`));
    expect(new TextDecoder('gb18030').decode(bytes)).toBe('0062170001|王小兰|500\r\n');
    expect(result.data).toMatchObject({ payments: 1, lines: 1, control_total: '5.00', draft: false });
    expect(result.data).toMatchObject({ left_out: [{ agent_id: 'A2', paid: '0.00' }] });
    expect(result.text).toContain('control total  5.00');
    const [entry, ...more] = exportsIn(folder);
    expect(more).toEqual([]);
    expect(entry?.manifest).toMatchObject({
      by: '李出纳',
      template: 'bank',
      file: `${MONTH}-bank.csv`,
      payments: 1,
      control_total: '5.00',
    });
    expect(readFileSync(join(entry?.folder ?? '', `${MONTH}-bank.csv`)).equals(bytes)).toBe(true);
    expect(result.data).toMatchObject({ head: entry?.hash });
  });

  it('pays by what was sealed, whatever the exports and rules say by now', async () => {
    const folder = await closedWorkspace();
    writeMonth(folder, BAD_MONTH);
    rmSync(join(folder, 'rules'), { recursive: true });
    const result = await exporting(folder);
    expect(result.data).toMatchObject({ control_total: '5.00' });
    rmSync(join(folder, 'months', MONTH), { recursive: true });
    expect((await exporting(folder, { template: 'items' })).data).toMatchObject({ control_total: '5.00' });
  });

  it('is refused for a month that is not closed, and writes nothing', async () => {
    const folder = workspaceWith(WITH_ACCOUNTS);
    const result = await exporting(folder);
    expect([result.refused, codesOf(result)]).toEqual([true, ['E0830']]);
    expect(existsSync(join(folder, 'out'))).toBe(false);
    expect(exportsIn(folder)).toEqual([]);
  });

  it('is refused where somebody who is paid has no account, and leaves no trace', async () => {
    const folder = workspaceWith(CLEAN_MONTH, BANK.replace('银行账号', 'subsidy_phone'));
    await closeMonth(folder);
    const result = await exporting(folder, { template: 'bank' });
    expect([result.refused, codesOf(result)]).toEqual([true, ['E0834']]);
    expect(existsSync(join(folder, 'out'))).toBe(false);
    expect(exportsIn(folder)).toEqual([]);
  });

  it('is refused when a sealed figure was touched', async () => {
    const folder = await closedWorkspace();
    const path = join(folder, 'ledger', MONTH, 'state', MONTH, 'payslips.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"paid":"5"', '"paid":"6"'));
    const result = await exporting(folder);
    expect([result.refused, codesOf(result)]).toEqual([true, ['E0801']]);
    expect(result.problems[0]?.place.file).toContain('payslips.json');
  });

  it('by an unknown template is refused, with the known ones', async () => {
    const result = await exporting(await closedWorkspace(BANK), { template: 'bnak' });
    expect([result.refused, codesOf(result)]).toEqual([true, ['E0831']]);
    expect(result.problems[0]?.explain('en')).toMatchObject({ expected: 'one of plain, items, bank' });
    expect(result.problems[0]?.explain('en').hint).toContain('"bank"');
  });

  it('takes a template of telepay.yaml in place of one that ships', async () => {
    const folder = await closedWorkspace(BANK.replace('bank:', 'plain:'));
    await exporting(folder);
    expect(readFileSync(join(folder, PLAIN), 'latin1')).toMatch(/^0062170001\|/);
  });
});

describe('where two pairs of eyes are asked for', () => {
  it('needs an approval by someone other than the closer', async () => {
    const folder = await closedWorkspace('approval: { required: yes }\n');
    const refused = await exporting(folder);
    expect([refused.refused, codesOf(refused)]).toEqual([true, [SIGNING_PROBLEMS.not_approved.code]]);
    expect(existsSync(join(folder, 'out'))).toBe(false);
    expect((await exporting(folder, { draft: true })).refused).toBe(false);
    const approved = await approve({
      workspace: workspaceOf(folder),
      month: APRIL,
      by: '陈主管',
      at: '2025-05-10T12:00:00.000Z',
      note: '',
      language: 'en',
      program: 'telepay',
    });
    expect(approved.refused).toBe(false);
    expect((await exporting(folder)).data).toMatchObject({ control_total: '5.00' });
  });
});

describe('an export again', () => {
  it('of the same file adds nothing to the chain, and warns when and by whom it was exported', async () => {
    const folder = await closedWorkspace();
    const first = await exporting(folder);
    const again = await exporting(folder, { by: '张三', at: '2025-05-12T00:00:00.000Z' });
    expect([again.refused, codesOf(again)]).toEqual([false, ['W0830']]);
    expect(again.problems[0]?.explain('en').message).toContain('at 2025-05-11T08:00:00.000Z by 李出纳');
    expect(exportsIn(folder)).toHaveLength(1);
    expect(again.data).toEqual(first.data);
  });

  it('of another file is a new entry, with a warning', async () => {
    const folder = await closedWorkspace();
    await exporting(folder);
    const before = readFileSync(join(folder, PLAIN), 'utf8');
    const again = await exporting(folder, { language: { messages: 'en', files: 'zh' } });
    expect([again.refused, codesOf(again)]).toEqual([false, ['W0831']]);
    expect(again.problems[0]?.explain('en').message).toContain('control total 5.00');
    expect(exportsIn(folder)).toHaveLength(2);
    expect(readFileSync(join(folder, PLAIN), 'utf8')).not.toBe(before);
    // And back: what was exported last is the other one.
    expect(codesOf(await exporting(folder))).toEqual(['W0831']);
    expect(exportsIn(folder)).toHaveLength(3);
  });

  it('by another template is no second time', async () => {
    const folder = await closedWorkspace();
    await exporting(folder);
    expect(codesOf(await exporting(folder, { template: 'items' }))).toEqual([]);
    expect(exportsIn(folder)).toHaveLength(2);
  });

  it('finishes one that was interrupted after the chain knew of it', async () => {
    const folder = await closedWorkspace();
    await exporting(folder);
    const bytes = readFileSync(join(folder, PLAIN));
    rmSync(join(folder, PLAIN));
    expect(codesOf(await exporting(folder))).toEqual(['W0830']);
    expect(readFileSync(join(folder, PLAIN)).equals(bytes)).toBe(true);
    expect(exportsIn(folder)).toHaveLength(1);
  });

  it('does not write over a file that was changed, and the chain stays as it is', async () => {
    const folder = await closedWorkspace();
    mkdirSync(join(folder, PLAIN, '..'), { recursive: true });
    writeFileSync(join(folder, PLAIN), 'mine');
    await expect(exporting(folder)).rejects.toThrow(WorkspaceFault);
    expect(readFileSync(join(folder, PLAIN), 'utf8')).toBe('mine');
    expect(exportsIn(folder)).toEqual([]);
  });
});

describe('a draft', () => {
  const DRAFT = `out/${MONTH}-export/${MONTH}-plain.DRAFT.csv`;

  it('of an open month is computed as run does, marked in its name, and unknown to the chain', async () => {
    const folder = workspaceWith(WITH_ACCOUNTS);
    const result = await exporting(folder, { draft: true });
    expect([result.refused, codesOf(result)]).toEqual([false, []]);
    expect(result.data).toMatchObject({ file: DRAFT, draft: true, control_total: '5.00', head: null });
    expect(result.text).toMatch(/^DRAFT/);
    expect(readdirSync(join(folder, `out/${MONTH}-export`))).toEqual([`${MONTH}-plain.DRAFT.csv`]);
    expect(existsSync(join(folder, 'ledger'))).toBe(false);
    // It holds what the export will hold.
    await closeMonth(folder);
    await exporting(folder);
    expect(readFileSync(join(folder, PLAIN)).equals(readFileSync(join(folder, DRAFT)))).toBe(true);
  });

  it('of a closed month is of the sealed figures', async () => {
    const folder = await closedWorkspace();
    writeMonth(folder, BAD_MONTH);
    expect((await exporting(folder, { draft: true })).data).toMatchObject({ control_total: '5.00' });
    expect(exportsIn(folder)).toEqual([]);
  });

  it('of a refused month is refused', async () => {
    const folder = workspaceWith(BAD_MONTH);
    const result = await exporting(folder, { draft: true });
    expect(result.refused).toBe(true);
    expect(codesOf(result)).toEqual(['E0401']);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});

describe('the folder of payment files', () => {
  it('stands in the way of neither run nor grade, and outlives them', async () => {
    const folder = await closedWorkspace();
    await exporting(folder);
    expect((await runMonth(folder)).refused).toBe(false);
    const graded = await grade({ workspace: workspaceOf(folder), quarter: '2025-Q2', language: LANGUAGE });
    expect(graded.refused).toBe(false);
    expect(existsSync(join(folder, PLAIN))).toBe(true);
  });

  it('can be any other, but none that belongs to the workspace or is replaced by reports', async () => {
    const folder = await closedWorkspace();
    await exporting(folder, { out: join(folder, 'to-the-bank') });
    expect(readdirSync(join(folder, 'to-the-bank'))).toEqual([`${MONTH}-plain.csv`]);
    for (const out of [
      'ledger/x',
      'months',
      'rules',
      `out/${MONTH}`,
      'out/2025-Q2',
      `out/${MONTH}-provisional/a`,
    ]) {
      await expect(exporting(folder, { out: join(folder, out) }), out).rejects.toThrow(WorkspaceFault);
    }
    expect(exportsIn(folder)).toHaveLength(1);
  });
});
