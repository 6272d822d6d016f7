/** What the keys of rule files are for, in a line each: what an editor shows of a key. */
import type { Language } from '../base/localized.js';
import { AMOUNT_KEYS } from './rule-amount-words.js';
import { EXAMPLE_KEYS } from './rule-example-words.js';
import { SECTION_KEYS } from './rule-section-words.js';

/** English and Chinese. */
export type KeyWords = Readonly<Record<string, readonly [en: string, zh: string]>>;

const MARK_KEYS: KeyWords = {
  '': ['The rules of pay, as telepay reads them', '薪酬规则文件（telepay）'],
  stated: [
    'The clause that states this: an id under clauses; holds for all values in these braces',
    '原文写明，填条款编号；管本对花括号里的全部值',
  ],
  confirmed: [
    'Settled by the firm: { clause, by, on, document }',
    '本单位已确认：{ clause, by, on, document }',
  ],
  assumed: [
    'The text lost it and it is assumed: the clause; say why under because',
    '原文缺失而推定，填条款编号；理由写 because',
  ],
  because: ['Why it is assumed', '推定的理由'],
  or: ['What else the clause could mean', '条款的其他可能'],
  value: [
    'The value itself, where its mark or its versions stand beside it',
    '值本身（旁边写标记或日期版本）',
  ],
  'where.value': ['The number of the row', '该行的数值'],
  since: ['What it is from a date on: { 2025-07-01: 5% }', '自某日起改为：{ 2025-07-01: 5% }'],
  zh: ['In Chinese', '中文'],
  en: ['In English', '英文'],
  name: ['Its name, in one language or as { zh, en }', '名称，可只写一种，也可写 { zh, en }'],
  clause: ['The clause that it rests on: an id under clauses', '所依据的条款编号（见 clauses）'],
};

const KEYS: KeyWords = { ...MARK_KEYS, ...SECTION_KEYS, ...AMOUNT_KEYS, ...EXAMPLE_KEYS };

/**
 * What the key at the end of `path` is for: by the key and the nearest one around it that says more (`quota.of`), by
 * the section (`examples/given`), or by itself. Undefined where nothing is told of it.
 */
export function keyWords(path: readonly string[], language: Language): string | undefined {
  const keys = path.filter((key) => key !== '*');
  const key = keys.at(-1) ?? '';
  const [section = ''] = keys;
  const within = keys.slice(0, -1).map((around) => `${around}.${key}`);
  const found = [...within.toReversed(), `${section}/${key}`, key].find((one) => Object.hasOwn(KEYS, one));
  const words = found === undefined ? undefined : KEYS[found];
  return words?.[language === 'en' ? 0 : 1];
}
