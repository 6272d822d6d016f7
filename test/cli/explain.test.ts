/** `telepay explain`: what can be asked, and what is answered when there is no such thing. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cellsOf, MONTH, telepay, workspaceWith } from './program.js';

const ask = (args: readonly string[], workspace = workspaceWith()) =>
  telepay(['explain', ...args], { cwd: workspace });

describe('explain', () => {
  it.each([
    ['an agent', ['A1', MONTH], /net 5\.00 → paid 5\.00[^]*MAIL[^]*P-11[^]*base_commission +\S/],
    [
      'a component',
      ['A1', MONTH, '--component', 'base_commission'],
      /Not paid\nbase_commission[^]*uncovered_misses = 1, needed at most 0/,
    ],
    ['a day', ['A1', MONTH, '--day', '2025-04-01'], /successes: 2\n +signups\.csv:2-3[^]*calls\.csv:2/],
    ['a sign-up', [MONTH, '--signup', 'S2'], /S2[^]*counted[^]*billing\.csv:3/],
    ['a customer', [MONTH, '--customer', '13900000101'], /S1[^]*C1/],
  ])('%s', async (_, args, told) => {
    const { code, stdout, stderr } = await ask(args);
    expect(stdout).toMatch(told);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  it('every line of lines.csv, by its id', async () => {
    const workspace = workspaceWith();
    await telepay(['run', MONTH], { cwd: workspace });
    const [, ...lines] = cellsOf(join(workspace, 'out', MONTH, 'lines.csv'));
    expect(lines.length).toBeGreaterThan(0);
    for (const [agent = '', line = '', , , , , amount = ''] of lines) {
      const { code, stdout } = await ask([agent, MONTH, '--line', line], workspace);
      expect(stdout).toContain(amount);
      expect(code).toBe(0);
    }
  });

  it.each([
    ['an agent', ['a01', MONTH], 'the agent "a01"', /perhaps A1/],
    ['an agent with a zero too many', ['A1 ', MONTH], 'the agent "A1 "', /perhaps A1/],
    ['an agent that is like none', ['zzzzzzzz', MONTH], 'the agent "zzzzzzzz"', /that stands in the exports/],
    ['a line', ['A1', MONTH, '--line', 'MAIL'], 'no line "MAIL"', /one of .*product_commission:MAIL/],
    [
      'a component',
      ['A1', MONTH, '--component', 'base_comission'],
      'no component "base_comission"',
      /one of base_commission, /,
    ],
    [
      'a day of another month',
      ['A1', MONTH, '--day', '2025-05-01'],
      'no day "2025-05-01"',
      /a day of the month/,
    ],
    ['a sign-up', [MONTH, '--signup', 's1'], 'the sign-up "s1"', /perhaps S1/],
    [
      'a customer',
      [MONTH, '--customer', '1390000010'],
      'the customer number "1390000010"',
      /perhaps 13900000101/,
    ],
  ])('%s that no export holds', async (_, args, told, near) => {
    const { code, stdout, stderr } = await ask(args);
    expect(stderr).toMatch(/error\[(?:E0113\] no export of 2025-04 holds|E0116\] there is) /);
    expect(stderr).toContain(told);
    expect(stderr).toMatch(near);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  });

  it('writes nothing', async () => {
    const workspace = workspaceWith();
    await ask(['A1', MONTH], workspace);
    expect(existsSync(join(workspace, 'out'))).toBe(false);
  });
});
