/** Every key of the language has a word in both languages, and paths of values come out as places of the plan. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type * as shape from '../../src/rules/shape.js';

/** The keys that any shape declares, noted while the shapes come about. */
const KEYS = vi.hoisted(() => new Set<string>());

vi.mock('../../src/rules/shape.js', async (original) => {
  const real = await original<typeof shape>();
  const mapping: typeof shape.mapping = (fields) => {
    for (const key of Object.keys(fields)) KEYS.add(key);
    return real.mapping(fields);
  };
  return { ...real, mapping };
});

const { placeText } = await import('../../src/report/rule-place.js');
const { RULE_WORDS, wordOf } = await import('../../src/report/rule-words.js');
const { valuesOf } = await import('../../src/rules/values.js');
const { completed } = await import('../rules/complete-plan.js');
const { load, SHIPPED } = await import('../rules/rule-files.js');

describe('words', () => {
  it('are there for every key of every shape', () => {
    expect(KEYS.size).toBeGreaterThan(150);
    expect([...KEYS].filter((key) => !wordOf(key))).toEqual([]);
  });

  it('are Chinese in Chinese, and English in English', () => {
    const words = Object.values(RULE_WORDS);
    expect(words.filter(({ zh }) => !/^[\p{Script=Han}（）]+$/u.test(zh))).toEqual([]);
    expect(words.filter(({ en }) => !/^[ -~…]+$/.test(en))).toEqual([]);
  });
});

const shipped = load(SHIPPED).plan;

describe('places', () => {
  it.each([
    [
      'products.INFO_4.points.bands.2.pays',
      'product INFO_4 Info Supermarket, 4 yuan · points · band from 90 · rate',
      '业务 INFO_4 信息超市(4元月租) · 积分 · 档 90起(含) · 单价',
    ],
    [
      'components.late.fine.charge.per_occurrence',
      'component late · fine · charge · each time',
      '项目 late 迟到 · 扣款 · 扣额 · 每次',
    ],
    [
      'components.base_commission.gate.2.at_most',
      'component base_commission base commission · condition uncovered_misses · at most',
      '项目 base_commission 基础佣金 · 条件 uncovered_misses · 不高于',
    ],
    ['daily_target.met_by.1', 'daily target · target successes', '日考核 · 达标条件 successes'],
    ['counting.bases.rent.above', 'counting · basis rent · above', '算量 · 算量依据 rent · 起点（不含）'],
    [
      'score.sections.telemarketing.parts.1.points.2.pays',
      'score · section telemarketing · part 1 · point at 100% · value',
      '评分 · 部分 telemarketing 电话营销 · 计分项 1 · 节点 100%处 · 取值',
    ],
    [
      'score.sections.quality.less.point_wrong',
      'score · section quality quality and learning · points off · point_wrong',
      '评分 · 部分 quality 质量与学习 · 扣分 · point_wrong',
    ],
    [
      'grades.levels.four_star.quota.at_most',
      'grades · grade four_star four-star agent · quota · at most',
      '评级 · 等级 four_star 四星级营销员 · 名额 · 不超过',
    ],
    ['net.guard.cap', 'net · wage guard · share that penalties may take', '净额 · 工资保障 · 扣款上限比例'],
  ])('%s', (path, en, zh) => {
    expect(placeText(shipped, path, 'en')).toBe(en);
    expect(placeText(shipped, path, 'zh')).toBe(zh);
  });

  it('names with dots, tables of two keys and dated versions', () => {
    const { plan } = load(
      completed(
        `components:
  by.grade: { name: by grade, clause: S-1, column: allowances, amount: { table: { rows: { grade: [A, B] }, columns: { of: tenure_months, below: [6] }, pays: [[1, 2], [3, 4]] } }, stated: S-1 }
  bonus: { name: bonus, clause: S-1, column: allowances, amount: { value: 5, since: { 2025-06-01: 6 } }, stated: S-1 }
`.replaceAll('by.grade', 'by_grade'),
      ),
    );
    expect(placeText(plan, 'components.by_grade.amount.table.pays.2.1', 'en')).toBe(
      'component by_grade by grade · amount · table · amount B tenure_months below 6',
    );
    expect(placeText(plan, 'components.bonus.amount.since.2025-06-01', 'en')).toBe(
      'component bonus · amount · from 2025-06-01 on',
    );
  });
});

const ROOT = resolve(import.meta.dirname, '../..');
const PUBLISHED = readdirSync(join(ROOT, 'fixtures/published')).filter((name) => name !== 'expected.yaml');

it.each(PUBLISHED)('every value of %s has a place in words alone', (name) => {
  const { plan } = load(readFileSync(join(ROOT, 'fixtures/published', name), 'utf8'));
  for (const { path } of valuesOf(plan)) {
    // A key without a word would stand there as it is written.
    expect(placeText(plan, path, 'zh')).not.toMatch(/·\s*[a-z_]+\s*·/);
  }
});
