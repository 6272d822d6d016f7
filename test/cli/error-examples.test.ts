/**
 * One example for every code that is about the workspace and the command line, not about what a file holds: all
 * that telepay says of it, in both languages, as `fixtures/command-errors/<code>.<language>.txt`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/base/localized.js';
import { WORKSPACE_PROBLEMS } from '../../src/problems/workspace.js';
import type { Files } from '../input/month-folder.js';
import { CLEAN_MONTH, MONTH, PROJECT, telepay, without, workspaceWith } from './program.js';

interface Example {
  readonly args: readonly string[];
  readonly month?: Files;
  readonly settings?: string;
  /** Puts what goes wrong into the workspace. */
  readonly prepare?: (workspace: string) => void;
}

const put = (path: string, content: string) => (workspace: string) => {
  mkdirSync(join(workspace, path, '..'), { recursive: true });
  writeFileSync(join(workspace, path), content);
};

/** Whether a process of another machine still runs nobody here can tell. */
const lock = JSON.stringify({ id: 'a', pid: 4711, host: 'office-2', since: 0 });

/** A rule file of June that bears the version of May. */
const sameVersion = (workspace: string): void => {
  const shipped = readFileSync(join(PROJECT, 'rules/2025.04.yaml'), 'utf8');
  const text = shipped.replace('"2025.04"', '"2025.05"').replace('2025-04-01', '2025-06-01');
  put('rules/june.yaml', text)(workspace);
};
/** A rule file that pays one component. */
const paying = (component: string, measures = ''): string => `version: paying
effective_from: 2025-04-01
title: One component
stated: S-1
clauses: { S-1: All of it. }
measures:
  pot: { name: pot, is: 100 }
  ${measures}
components:
  share: { name: share, clause: S-1, column: allowances, amount: ${component} }
net: { clause: S-1, negative: carry }
`;
const agents = String(CLEAN_MONTH['agents.csv']).trimEnd();
const [, somebody = ''] = agents.split('\n');
/** 203 people, of whom A2 alone was hired before 2024. */
const MANY = `${agents}\n${Array.from({ length: 201 }, (_, index) => somebody.replace('A1', `B${index + 1}`)).join('\n')}\n`;

const EXAMPLES: Readonly<Record<string, Example>> = {
  E0101: { args: ['run', MONTH, '--workspace', 'months'] },
  E0102: { args: ['run', '2025-05'] },
  E0103: { args: ['run', '2025-13'] },
  E0104: { args: ['run', MONTH], prepare: put(`out/.${MONTH}.lock/holder.json`, lock) },
  E0105: { args: ['run', MONTH, '--out', 'mine'], prepare: put('mine/thesis.txt', '') },
  E0106: { args: ['run', MONTH], prepare: put(`out/${MONTH}/.~lock.payroll.csv#`, '') },
  E0107: { args: ['run', MONTH, '--rules', 'rules'] },
  E0108: { args: ['run', MONTH], settings: 'languge: zh\n' },
  E0109: { args: ['run', MONTH], settings: 'outside_month: { calls: ignore }\n' },
  E0110: { args: ['init', '.', '--month', MONTH] },
  E0111: { args: ['run', MONTH, '--strict=warnings'], month: without(CLEAN_MONTH, 'tests.csv') },
  E0112: { args: ['run', MONTH, '--strict=assumed'] },
  E0113: { args: ['explain', MONTH, '--signup', 's2'] },
  E0114: { args: ['run', MONTH, '--otu', 'there'] },
  E0115: { args: ['grade', '2025-Q5'] },
  E0116: { args: ['explain', 'A1', MONTH, '--component', 'bonus'] },
  E0117: { args: ['run', MONTH, '--out', 'ledger/mine'] },
  E0900: { args: ['rules', 'diff', '2025.04', '2025.05'] },
  E0901: {
    args: ['rules', 'new', '--from', '2025.04', '--effective', '2025-07-01', '--out', 'mine.yaml'],
    prepare: put('mine.yaml', ''),
  },
  E0902: { args: ['rules', 'new', '--from', '2025.04', '--effective', '2025-07-15'] },
  E0903: { args: ['rules', 'new', '--from', '2025.04', '--effective', '2025-04-01'] },
  E0904: { args: ['rules', 'new', '--from', '2025.04', '--effective', '2025-05-01'], prepare: sameVersion },
  E0945: {
    args: ['rules', 'capture', 'A1', MONTH, '--rules', 'nothing.yaml'],
    month: { 'agents.csv': `${agents}\n` },
    prepare: put('nothing.yaml', paying('0')),
  },
  E0946: {
    args: ['rules', 'capture', 'A1', MONTH, '--rules', 'pool.yaml'],
    month: { 'agents.csv': MANY },
    prepare: put('pool.yaml', paying('{ share: { of: pot, among: everyone, equally: yes } }')),
  },
  // A mean of 203 is no decimal that could be given.
  E0950: {
    args: ['rules', 'capture', 'A1', MONTH, '--rules', 'mean.yaml'],
    month: { 'agents.csv': MANY },
    prepare: put(
      'mean.yaml',
      paying(
        '{ rate: 1, of: mean }',
        'mean: { name: mean, total: { of: pot, over: everyone, take: mean } }',
      ).replace('is: 100', 'formula: "tenure_months > 20 ? 1000 : 0"'),
    ),
  },
  E0951: { args: ['rules', 'capture', 'A1', MONTH, '--name', '1st'] },
  W0101: { args: ['run', MONTH, '--provisional'], month: without(CLEAN_MONTH, 'billing.csv') },
};

describe('every code of the workspace and the command line', () => {
  it('stands once', () => {
    const codes = Object.values(WORKSPACE_PROBLEMS).map(({ code }) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  const cases = Object.values(WORKSPACE_PROBLEMS).flatMap(({ code }) =>
    LANGUAGES.map((lang) => [code, lang] as const),
  );

  it.each(cases)('%s has an example in %s', async (code, lang) => {
    const example = EXAMPLES[code];
    expect(example, `${code} has no example`).toBeDefined();
    if (!example) return;
    const workspace = workspaceWith(example.month, example.settings);
    example.prepare?.(workspace);
    const { stderr } = await telepay([...example.args, '--lang', lang], { cwd: workspace });
    expect(stderr).toContain(`[${code}]`);
    const text = stderr.replaceAll(workspace, '<workspace>');
    await expect(text).toMatchFileSnapshot(join(PROJECT, `fixtures/command-errors/${code}.${lang}.txt`));
  });

  it('has no example without a code', () => {
    const codes = Object.values(WORKSPACE_PROBLEMS).map(({ code }) => code);
    const files = readdirSync(join(PROJECT, 'fixtures/command-errors'));
    expect(files.filter((name) => !codes.includes(name.split('.')[0] ?? ''))).toEqual([]);
  });
});
