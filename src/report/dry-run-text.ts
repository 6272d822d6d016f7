/** A dry run on a terminal: what other rules cost, who gains and loses, and which rule made it. */
import type { Currency } from '../base/currency.js';
import { formatMoney } from '../base/exact.js';
import type { Language, Localized } from '../base/localized.js';
import { CARRIED_OVER } from '../calc/dry-run/carried-over.js';
import { type Difference, spreadOf } from '../calc/dry-run/comparison.js';
import {
  type Chained,
  type PersonTried,
  peopleTried,
  rulesTried,
  totalTried,
  type TriedFile,
} from '../calc/dry-run/tried.js';
import { bar, binsOf } from './bars.js';
import { chainText, settlementsTable } from './dry-run-chain-text.js';
import { personText } from './dry-run-person-text.js';
import { clausesOf, percentOf, ruleText, say, type Shown, signed, titleOf } from './dry-run-words.js';
import { printable } from './printable.js';
import { newTable } from './text-table.js';

/** So many of those who gain most and of those who lose most are shown; the files hold all. */
const SHOWN = 5;

const TEXTS = {
  before_debts: {
    en: 'Amounts before debts of earlier months.',
    zh: '金额未扣除以前月份结转的欠款。',
  },
  method: {
    en: 'Where changed rules work together, each has the mean of what it adds over all orders of changing them (with more than four: over the order of the file and its reverse).',
    zh: '几条改动相互影响时，每条按其在各种先后次序中所增金额的平均计（超过四条时取文件次序与其逆序的平均）。',
  },
  carried: {
    en: 'Carried over: what a month by the new rules is more or less with what they left of the months before than with what the old rules left. The rules have their parts with what the old ones left.',
    zh: '结转影响：同样按新规则计算，以新规则的结转代替原规则的结转所增减的金额。各规则所占差额均以原规则的结转计算。',
  },
  nobody: { en: 'nobody', zh: '无人' },
  unchanged: { en: 'The two rule files say the same about pay.', zh: '两份规则对薪酬的规定相同。' },
} satisfies Record<string, Localized>;

/** Every file that was tried, one after the other; of one person where an id is given. */
export function dryRunText(
  tried: readonly TriedFile[],
  { agent, chained }: Shown,
  language: Language,
): string {
  const one = (file: TriedFile): string =>
    agent === undefined ? fileText(file, chained, language) : personText(file, agent, chained, language);
  const overview = tried.length > 1 && agent === undefined ? [overviewTable(tried, language), ''] : [];
  // The last column of a table is filled up with blanks.
  return [...overview, tried.map(one).join('\n\n')].join('\n').replaceAll(/ +$/gm, '');
}

const currencyOf = ({ months }: TriedFile): Currency | undefined => months[0]?.difference.currency;

function overviewTable(tried: readonly TriedFile[], language: Language): string {
  const words = ['difference', 'gain', 'lose', 'median', 'worst', 'best'] as const;
  const head = ['', ...words.map((word) => say(word, language))];
  const table = newTable(head, ['left', 'right', 'right', 'right', 'right', 'right', 'right']);
  for (const one of tried) {
    const currency = currencyOf(one);
    const spread = spreadOf(peopleTried(one).map(({ total }) => total));
    if (!currency || !spread) continue;
    const amounts = [spread.median, spread.worst, spread.best].map((amount) => signed(amount, currency));
    const cost = signed(totalTried(one).difference, currency);
    table.push([printable(one.file.file), cost, String(spread.gain), String(spread.lose), ...amounts]);
  }
  return table.toString();
}

function fileText(tried: TriedFile, chained: Chained | undefined, language: Language): string {
  const currency = currencyOf(tried);
  if (!currency) return '';
  const people = peopleTried(tried);
  const spread = spreadOf(people.map(({ total }) => total));
  if (!spread) return `${titleOf(tried, language)}\n\n${TEXTS.nobody[language]}`;
  const rules = rulesTried(tried);
  const sections =
    rules.length === 0
      ? [TEXTS.unchanged[language]]
      : [
          rulesTable(tried, people, currency, language),
          ...(rules.filter((one) => one !== CARRIED_OVER).length > 1 ? [TEXTS.method[language]] : []),
          ...(rules.includes(CARRIED_OVER) ? [TEXTS.carried[language]] : []),
          distribution(people, currency, language),
          extremes(people, currency, language),
          tiersText(tried, language),
        ];
  const totals = `${totalsTable(tried, currency, language)}\n${TEXTS.before_debts[language]}`;
  const chain = chained
    ? [chainText(chained, language), totals, settlementsTable(tried, currency, language)]
    : [totals];
  return [titleOf(tried, language), ...chain, ...sections].filter((text) => text !== '').join('\n\n');
}

const amountsOf = (one: Difference, currency: Currency): string[] => [
  formatMoney(one.before, currency),
  formatMoney(one.after, currency),
  signed(one.difference, currency),
  percentOf(one) ?? '',
];

function totalsTable(tried: TriedFile, currency: Currency, language: Language): string {
  const words = ['month', 'old', 'new', 'difference'] as const;
  const counts = ['gain', 'lose', 'same', 'median', 'worst', 'best'] as const;
  const table = newTable(
    [...words.map((word) => say(word, language)), '%', ...counts.map((word) => say(word, language))],
    ['left', ...Array.from({ length: 10 }, () => 'right' as const)],
  );
  const row = (title: string, total: Difference, people: readonly Difference[]): void => {
    const spread = spreadOf(people);
    if (!spread) return;
    const { gain, lose, same, median, worst, best } = spread;
    const amounts = [median, worst, best].map((amount) => signed(amount, currency));
    table.push([title, ...amountsOf(total, currency), String(gain), String(lose), String(same), ...amounts]);
  };
  for (const { difference } of tried.months) row(difference.month, difference.total, difference.people);
  if (tried.months.length > 1) {
    row(
      say('total', language),
      totalTried(tried),
      peopleTried(tried).map(({ total }) => total),
    );
  }
  return table.toString();
}

/** Each rule with its part of the whole difference, a bar, and how many it concerns. */
function rulesTable(
  tried: TriedFile,
  people: readonly PersonTried[],
  currency: Currency,
  language: Language,
): string {
  const head = (['rule', 'clause', 'part', 'people'] as const).map((word) => say(word, language));
  const table = newTable([...head, ''], ['left', 'left', 'right', 'right', 'left']);
  const { parts, difference } = totalTried(tried);
  const longest = parts
    .map((part) => part.abs())
    .reduce((a, b) => (a.compare(b) > 0 ? a : b), difference.abs());
  const variant = tried.months[0]?.variant;
  for (const [index, rule] of rulesTried(tried).entries()) {
    const part = parts[index];
    if (!part || !variant) continue;
    const concerned = people.filter(({ total }) => total.parts[index]?.n !== 0n).length;
    const clauses = clausesOf(rule, tried.file, variant.before).join(', ');
    table.push([
      printable(ruleText(rule, tried.file, variant.before, language)),
      printable(clauses),
      signed(part, currency),
      String(concerned),
      bar(part, longest),
    ]);
  }
  return table.toString();
}

/** How many people gain and lose how much, in steps that fit the greatest. */
function distribution(people: readonly PersonTried[], currency: Currency, language: Language): string {
  const bins = binsOf(people.map(({ total }) => total.difference));
  const most = Math.max(...bins.map(({ count }) => count));
  const table = newTable(
    [say('difference', language), say('people', language), ''],
    ['right', 'right', 'left'],
  );
  for (const { from, to, count } of bins) {
    const edges = from.equals(to)
      ? signed(from, currency)
      : `${signed(from, currency)} … ${signed(to, currency)}`;
    table.push([edges, String(count), '█'.repeat(Math.ceil((count * 30) / Math.max(most, 1)))]);
  }
  return table.toString();
}

function extremes(people: readonly PersonTried[], currency: Currency, language: Language): string {
  const sorted = people.toSorted((a, b) => b.total.difference.compare(a.total.difference));
  const moved = sorted.filter(({ total }) => total.difference.n !== 0n);
  const shown = moved.length <= 2 * SHOWN ? moved : [...moved.slice(0, SHOWN), ...moved.slice(-SHOWN)];
  if (shown.length === 0) return '';
  const head = (['id', 'name', 'team', 'old', 'new', 'difference'] as const).map((word) =>
    say(word, language),
  );
  const table = newTable([...head, '%'], ['left', 'left', 'left', 'right', 'right', 'right', 'right']);
  for (const [index, { agent, total }] of shown.entries()) {
    if (moved.length > shown.length && index === SHOWN) table.push(['…', '', '', '', '', '', '']);
    const words = [agent.agent_id, agent.name, agent.team].map(printable);
    table.push([...words, ...amountsOf(total, currency)]);
  }
  return table.toString();
}

/** Who crosses which edge of which scale, counted. */
function tiersText(tried: TriedFile, language: Language): string {
  const moves = new Map<string, number>();
  for (const { difference } of tried.months) {
    for (const { tiers } of difference.people) {
      for (const { component, product, name, before, after } of tiers) {
        const scale = product === undefined ? `${component} ${name[language]}` : `${component} ${product}`;
        const below = { en: 'below the first', zh: '首档以下' }[language];
        const key = `${scale}: ${before ?? below} → ${after ?? below}`;
        moves.set(key, (moves.get(key) ?? 0) + 1);
      }
    }
  }
  if (moves.size === 0) return '';
  const title = { en: 'Other tiers than before:', zh: '档次变动：' }[language];
  const counted = [...moves].map(([key, count]) => {
    return `  ${printable(key)}  ${{ en: `${count} ×`, zh: `${count} 人次` }[language]}`;
  });
  return [title, ...counted].join('\n');
}
