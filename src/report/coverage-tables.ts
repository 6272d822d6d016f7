/** What of the rule files fired, as CSV and as data: one row for each part. */
import type { Currency } from '../base/currency.js';
import { formatMoney } from '../base/exact.js';
import type { Language, Localized } from '../base/localized.js';
import type { Month } from '../base/period.js';
import type { Covered } from '../calc/coverage.js';
import type { CoverableKind } from '../rules/coverable.js';
import { integer, money, type Table, toCsv } from './csv.js';

/** The parts of the rule files that were in force in some months, and what became of each. */
export interface CoverageReport {
  readonly months: readonly Month[];
  readonly currency: Currency;
  readonly parts: readonly Covered[];
}

export const KIND_NAMES: Readonly<Record<CoverableKind, Localized>> = {
  clause: { en: 'clause', zh: '条款' },
  product: { en: 'product', zh: '产品' },
  component: { en: 'component', zh: '薪酬项目' },
  fine: { en: 'fine', zh: '扣款' },
  gate: { en: 'gate', zh: '发放条件' },
  case: { en: 'case', zh: '情形' },
  band: { en: 'band', zh: '档' },
  cell: { en: 'cell of a table', zh: '表中一格' },
};

const COLUMNS: Table<Covered> = [
  { key: 'file', zh: '规则文件', cell: ({ part }) => part.file },
  { key: 'version', zh: '规则版本', cell: ({ version }) => version },
  { key: 'kind', zh: '种类', cell: ({ part }, language) => KIND_NAMES[part.kind][language] },
  { key: 'path', zh: '位置', cell: ({ part }) => part.path },
  { key: 'clause', zh: '条款', cell: ({ part }) => part.clause },
  { key: 'name', zh: '名称', cell: ({ part }, language) => part.name?.[language] },
  { key: 'says', zh: '内容', cell: ({ part }) => part.says },
  { key: 'lines', zh: '行数', cell: ({ lines }) => integer(lines) },
  { key: 'people', zh: '人数', cell: ({ people }) => integer(people) },
  { key: 'amount', zh: '金额', cell: ({ amount }) => money(amount) },
  {
    key: 'stopped',
    zh: '未达条件次数',
    cell: ({ stopped }) => (stopped === undefined ? undefined : integer(stopped)),
  },
];

export const coverageCsv = ({ parts, currency }: CoverageReport, language: Language): string =>
  toCsv(COLUMNS, parts, language, currency);

export function coverageData({ months, currency, parts }: CoverageReport, language: Language) {
  return {
    months,
    currency: currency.code,
    parts: parts.map(({ part, version, lines, people, amount, stopped }) => ({
      file: part.file,
      version,
      kind: part.kind,
      path: part.path,
      clause: part.clause,
      name: part.name?.[language],
      says: part.says,
      fired: lines > 0,
      lines,
      people,
      amount: formatMoney(amount, currency),
      stopped,
    })),
  };
}
