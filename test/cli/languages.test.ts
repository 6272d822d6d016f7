/** Messages follow --lang, else telepay.yaml, else the locale; files --lang, else telepay.yaml, else English. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BAD_MONTH, cellsOf, CLEAN_MONTH, MONTH, telepay, workspaceWith } from './program.js';

type Tongue = 'zh' | 'en';

/** --lang, telepay.yaml, locale → messages, files. */
const CASES: readonly [string[], string | undefined, string, Tongue, Tongue][] = [
  [[], undefined, 'C', 'en', 'en'],
  [[], undefined, 'zh_CN.UTF-8', 'zh', 'en'],
  [[], 'language: zh\n', 'C', 'zh', 'zh'],
  [[], 'language: en\n', 'zh_CN.UTF-8', 'en', 'en'],
  [['--lang', 'en'], 'language: zh\n', 'zh_CN.UTF-8', 'en', 'en'],
  [['--lang=zh'], 'language: en\n', 'C', 'zh', 'zh'],
];

const languageOf = (text: string): Tongue =>
  /\p{Script=Han}/u.test(text.replaceAll(/王小兰|赵敏|一组/g, '')) ? 'zh' : 'en';

describe('the language of', () => {
  it.each(CASES)('a run with %j, settings %j, locale %s', async (args, settings, LANG, messages, files) => {
    const workspace = workspaceWith(CLEAN_MONTH, settings);
    const { stdout, stderr } = await telepay(['run', MONTH, ...args], { cwd: workspace, env: { LANG } });
    expect(languageOf(stdout.split('\n')[0] ?? '')).toBe(messages);
    expect(languageOf(stderr)).toBe(messages);
    const [header] = cellsOf(join(workspace, 'out', MONTH, 'payroll.csv'));
    expect(header?.[0]).toBe(files === 'zh' ? '工号' : 'agent_id');
  });

  it.each(CASES)(
    'a refusal with %j, settings %j, locale %s',
    async (args, settings, LANG, messages, files) => {
      const workspace = workspaceWith(BAD_MONTH, settings);
      const { stderr } = await telepay(['run', MONTH, ...args], { cwd: workspace, env: { LANG } });
      expect(stderr).toMatch(messages === 'zh' ? /错误\[E/ : /error\[E/);
      const problems = readFileSync(join(workspace, 'out', `${MONTH}.problems.csv`), 'utf8');
      expect(languageOf(problems)).toBe(files);
    },
  );

  it.each(CASES)(
    'what stops a command with %j, settings %j, locale %s',
    async (args, settings, LANG, messages) => {
      const workspace = workspaceWith(CLEAN_MONTH, settings);
      const { stderr } = await telepay(['run', '2031-01', ...args], { cwd: workspace, env: { LANG } });
      expect(languageOf(stderr)).toBe(messages);
    },
  );

  it.each(['zh', 'en'] as const)('help and wrong usage, told in %s', async (lang) => {
    const help = await telepay(['run', '--help', '--lang', lang]);
    expect(languageOf(help.stdout)).toBe(lang);
    const wrong = await telepay(['run', '--lang', lang, MONTH, '--bogus']);
    expect(languageOf(wrong.stderr)).toBe(lang);
  });
});
