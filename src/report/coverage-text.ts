/** What of the rule files fired, on a terminal: file by file, and last what never did. */
import { type Currency, nameOfCurrency } from '../base/currency.js';
import { formatMoney } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import type { Language, Localized } from '../base/localized.js';
import type { Covered } from '../calc/coverage.js';
import { COVERABLE_KINDS } from '../rules/coverable.js';
import { type CoverageReport, KIND_NAMES } from './coverage-tables.js';
import { printable } from './printable.js';
import { newTable } from './text-table.js';

const TEXTS = {
  path: { en: 'part', zh: '位置' },
  says: { en: 'says', zh: '内容' },
  name: { en: 'name', zh: '名称' },
  clause: { en: 'clause', zh: '条款' },
  lines: { en: 'lines', zh: '行数' },
  people: { en: 'people', zh: '人数' },
  amount: { en: 'amount', zh: '金额' },
  stopped: { en: 'not met', zh: '未达' },
  never: { en: 'Never fired', zh: '从未用到' },
  all: { en: 'All fired.', zh: '全部用到。' },
  fired: { en: 'fired', zh: '用到' },
  of: { en: 'of', zh: '共' },
} satisfies Record<string, Localized>;

export function coverageText(report: CoverageReport, language: Language): string {
  const { months, currency, parts } = report;
  const unit = nameOfCurrency(currency)[language];
  const [first, last] = [months[0] ?? '', months.at(-1) ?? ''];
  const period = first === last ? first : months.join(' ');
  const title = { en: `What fired in ${period}`, zh: `${period} 规则使用情况` };
  const meaning = {
    en: `lines: pay lines that rest on the part; amount: what is applied of them, deductions negative (${unit})`,
    zh: `行数：依据该处的薪酬明细行；金额：这些行实际计入的合计，扣款为负（${unit}）`,
  };
  const files = [...groupBy(parts, ({ part }) => part.file)].flatMap(([file, own]) => {
    const version = own[0]?.version ?? '';
    return ['', printable(`${file} · ${version}`), '', ...fileLines(own, currency, language)];
  });
  return [title[language], meaning[language], ...files].join('\n').replaceAll(/ +$/gm, '');
}

function fileLines(parts: readonly Covered[], currency: Currency, language: Language): string[] {
  const fired = parts.filter(({ lines }) => lines > 0);
  const never = parts.filter(({ lines }) => lines === 0);
  return [
    countTable(parts, language),
    ...(fired.length > 0 ? ['', firedTable(fired, currency, language)] : []),
    '',
    never.length === 0 ? TEXTS.all[language] : `${TEXTS.never[language]}: ${never.length}`,
    ...(never.length === 0 ? [] : [neverTable(never, language)]),
  ];
}

/** How many parts of each kind there are, and how many fired. */
function countTable(parts: readonly Covered[], language: Language): string {
  const table = newTable(['', TEXTS.fired[language], TEXTS.of[language]], ['left', 'right', 'right']);
  for (const kind of COVERABLE_KINDS) {
    const own = parts.filter(({ part }) => part.kind === kind);
    if (own.length === 0) continue;
    const fired = own.filter(({ lines }) => lines > 0).length;
    table.push([KIND_NAMES[kind][language], String(fired), String(own.length)]);
  }
  return table.toString();
}

function firedTable(parts: readonly Covered[], currency: Currency, language: Language): string {
  const heads = [
    TEXTS.path,
    TEXTS.says,
    TEXTS.clause,
    TEXTS.lines,
    TEXTS.people,
    TEXTS.amount,
    TEXTS.stopped,
  ];
  const table = newTable(
    heads.map((head) => head[language]),
    ['left', 'left', 'left', 'right', 'right', 'right', 'right'],
  );
  for (const { part, lines, people, amount, stopped } of parts) {
    const words = [part.path, saysOf({ part }, language), part.clause ?? ''].map(printable);
    const numbers = [String(lines), String(people), formatMoney(amount, currency), stoppedText(stopped)];
    table.push([...words, ...numbers]);
  }
  return table.toString();
}

function neverTable(parts: readonly Covered[], language: Language): string {
  const heads = [TEXTS.path, TEXTS.says, TEXTS.clause, TEXTS.stopped];
  const table = newTable(
    heads.map((head) => head[language]),
    ['left', 'left', 'left', 'right'],
  );
  for (const { part, stopped } of parts)
    table.push([
      ...[part.path, saysOf({ part }, language), part.clause ?? ''].map(printable),
      stoppedText(stopped),
    ]);
  return table.toString();
}

const stoppedText = (stopped: number | undefined): string => (stopped === undefined ? '' : String(stopped));

/** What a part says, or its name; of a long text the beginning. */
function saysOf({ part }: Pick<Covered, 'part'>, language: Language): string {
  const text = part.kind === 'clause' || part.says === '' ? (part.name?.[language] ?? '') : part.says;
  const letters = Array.from(text);
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : text;
}

const LONGEST = 40;
