/** The rates of a rule file as tables that clerks change in a spreadsheet: a row for each value, with all that says which. */
import type { Language, Localized } from '../base/localized.js';
import type { Mark } from '../rules/mark.js';
import type { LoadedPlan } from '../rules/load.js';
import type { Plan } from '../rules/plan.js';
import { type RateCell, rateCells } from '../rules/rate-cells.js';
import { choiceText } from './choice-words.js';
import { type Table, toCsv } from './csv.js';
import { unitsOf } from './rate-units.js';
import { placeWords } from './rule-place.js';

/** The tables in the order in which a workbook has them. */
export const RATE_TABLES = {
  products: { en: 'Products', zh: '业务积分' },
  pay: { en: 'Pay and deductions', zh: '收入和扣款项目' },
  fines: { en: 'Fines', zh: '考核扣款' },
  counting: { en: 'Counting and targets', zh: '算量和日考核' },
  score: { en: 'Score', zh: '月度评分' },
  grades: { en: 'Grades', zh: '评级' },
  measures: { en: 'Measures', zh: '指标' },
  others: { en: 'Other rules', zh: '其他规则' },
  names: { en: 'Names and clauses', zh: '名称和条款' },
  examples: { en: 'Examples', zh: '例子' },
} satisfies Record<string, Localized>;

export type RateTable = keyof typeof RATE_TABLES;

export interface RateRow {
  readonly table: RateTable;
  /** The entry in words: `product INFO_4 Info Supermarket, 4 yuan`. */
  readonly item: string;
  /** What of it: `points / band from 90 / rate`. */
  readonly what: string;
  /** As it is written in the file. */
  readonly value: string;
  /** What a number is counted in; of a word, what it means. */
  readonly meaning: string;
  readonly mark: string;
  /** What else the clause could mean. */
  readonly alternatives: string;
  readonly path: string;
  /** The file it was written from, see rulesText. */
  readonly rules: string;
}

/** By table, within each in the order of the file. */
export function rateRows(rules: LoadedPlan, language: Language): RateRow[] {
  const unitAt = unitsOf(rules.plan, language);
  const from = stateOf(rules);
  const rows = rateCells(rules).map((cell): RateRow => {
    const { path, text, mark } = cell;
    const alternatives = mark?.kind === 'assumed' ? mark.alternatives.join(' | ') : '';
    return {
      table: tableOf(rules.plan, path),
      ...placed(rules.plan, cell, language),
      value: text,
      meaning: unitAt(path, text) || meaningOf(text, language),
      mark: markText(mark, language),
      alternatives,
      path,
      rules: from,
    };
  });
  return TABLES.flatMap((table) => rows.filter((row) => row.table === table));
}

const TABLES = Object.keys(RATE_TABLES);

/** Which state of which rule file a table was written from: its version and the beginning of its hash. */
export const stateOf = ({ plan, sha256 }: LoadedPlan): string =>
  `${plan.version} sha256:${sha256.slice(0, 12)}`;

/** In ASCII: a file whose one other character is `·` could be UTF-8 or GB18030. */
const BETWEEN = ' / ';

const COMPARES: Localized = { en: 'how it compares', zh: '比较方式' };
const ITSELF: Localized = { en: 'value', zh: '数值' };

function placed(
  plan: Plan,
  { path, isComparator }: RateCell,
  language: Language,
): Pick<RateRow, 'item' | 'what'> {
  const [item = path, ...steps] = placeWords(plan, path, language);
  const what = isComparator ? [...steps, COMPARES[language]] : steps;
  return { item, what: what.length > 0 ? what.join(BETWEEN) : ITSELF[language] };
}

/** What the word means, where the words of the trade are others. */
function meaningOf(text: string, language: Language): string {
  const words = choiceText(text, language);
  return words === text ? '' : words;
}

const MARKS = {
  stated: { en: 'stated', zh: '原文写明' },
  assumed: { en: 'assumed', zh: '推定' },
  confirmed: { en: 'confirmed', zh: '已确认' },
  none: { en: 'no mark', zh: '无标记' },
} satisfies Record<Mark['kind'] | 'none', Localized>;

function markText(mark: Mark | undefined, language: Language): string {
  if (!mark) return MARKS.none[language];
  const words = `${MARKS[mark.kind][language]} ${mark.clause}`;
  return mark.kind === 'confirmed' ? `${words} (${mark.by}, ${mark.on}, ${mark.document})` : words;
}

const OF_COUNTING = ['counting', 'clawback', 'daily_target'];
const OF_NAMES = ['title', 'document', 'clauses', 'incidents', 'tests'];

function tableOf({ components }: Plan, path: string): RateTable {
  const [section = '', ...rest] = path.split('.');
  if (section === 'examples') return 'examples';
  if (OF_NAMES.includes(section) || /\.(?:zh|en|clause)$/.test(path)) return 'names';
  if (section === 'components') {
    const [name = ''] = Object.keys(components).filter((one) => rest.join('.').startsWith(`${one}.`));
    return components[name]?.kind === 'fine' ? 'fines' : 'pay';
  }
  if (OF_COUNTING.includes(section)) return 'counting';
  return isTable(section) ? section : 'others';
}

const isTable = (section: string): section is RateTable => Object.hasOwn(RATE_TABLES, section);

/** The columns: their English names are those by which the table is read back. */
export const RATE_COLUMNS = {
  table: { zh: '表', width: 16 },
  item: { zh: '项目', width: 34 },
  what: { zh: '内容', width: 34 },
  value: { zh: '数值', width: 16 },
  meaning: { zh: '单位或含义', width: 14 },
  was: { zh: '原值', width: 16 },
  mark: { zh: '标记', width: 18 },
  alternatives: { zh: '其他可能', width: 16 },
  path: { zh: '路径', width: 48 },
  rules: { zh: '规则', width: 30 },
} satisfies Record<string, { readonly zh: string; readonly width: number }>;

export type RateColumn = keyof typeof RATE_COLUMNS;

const isColumn = (name: string): name is RateColumn => Object.hasOwn(RATE_COLUMNS, name);

export const COLUMN_NAMES: readonly RateColumn[] = Object.keys(RATE_COLUMNS).filter(isColumn);

/** What stands in a column. */
export function textOf(row: RateRow, column: RateColumn, language: Language): string {
  switch (column) {
    case 'table':
      return RATE_TABLES[row.table][language];
    case 'was':
      return row.value;
    default:
      return row[column];
  }
}

/** All tables in one, below each other. */
export function ratesCsv(rows: readonly RateRow[], language: Language): string {
  const table: Table<RateRow> = COLUMN_NAMES.map((key) => ({
    key,
    zh: RATE_COLUMNS[key].zh,
    cell: (row) => textOf(row, key, language),
  }));
  return toCsv(table, rows, language);
}

/** What is told of values that no row of a table is about. */
export const leftOutText = (count: number, language: Language): string =>
  ({
    en: `${String(count)} values of the file stand in no row of the table and stay as they are.`,
    zh: `规则文件中有 ${String(count)} 个值不在表中，保持不变。`,
  })[language];
