/** One person in a dry run: what each rule changes for him, line by line. */
import type { Currency } from '../base/currency.js';
import { type Exact, formatMoney, sum, ZERO } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import type { Language, Localized } from '../base/localized.js';
import { byRules, rulesTried, type TriedFile, type TriedMonth } from '../calc/dry-run/tried.js';
import type { MonthResult } from '../calc/month.js';
import { type AppliedLine, signedAmount } from '../calc/payslip.js';
import { percentOf, ruleName, say, signed, titleOf } from './dry-run-words.js';
import { printable } from './printable.js';
import { newTable } from './text-table.js';

export function personText(tried: TriedFile, id: string, language: Language): string {
  const months = tried.months.map((month) => monthText(tried, month, id, language));
  return [titleOf(tried, language), ...months].join('\n\n');
}

function monthText(tried: TriedFile, month: TriedMonth, id: string, language: Language): string {
  const { difference } = month;
  const found = difference.people.find(({ agent }) => agent.agent_id === id);
  const nobody = { en: `nobody with the id ${id}`, zh: `没有工号 ${id}` }[language];
  if (!found) return `${difference.month}: ${printable(nobody)}`;
  const { currency } = difference;
  const rules = rulesTried(tried);
  const person = byRules(found, month, rules);
  const change = `${formatMoney(person.before, currency)} → ${formatMoney(person.after, currency)}`;
  const percent = percentOf(person);
  const title = `${difference.month}  ${printable(`${id} ${found.agent.name}`)}  ${change}  ${signed(person.difference, currency)}${percent === undefined ? '' : ` (${percent}%)`}`;
  const parts = rules.flatMap((rule, index) => {
    const part = person.parts[index];
    return part && part.n !== 0n ? [`  ${signed(part, currency)}  ${printable(ruleName(rule))}`] : [];
  });
  return [title, ...parts, linesTable(month, id, currency, language)].join('\n');
}

/** The lines that differ, by component and product. */
function linesTable(
  { before, after, difference }: TriedMonth,
  id: string,
  currency: Currency,
  language: Language,
): string {
  const [old, now] = [amountsIn(before, id), amountsIn(after, id)];
  const keys = [...new Set([...old.keys(), ...now.keys()])];
  const tiers = difference.people.find(({ agent }) => agent.agent_id === id)?.tiers ?? [];
  const head = (['old', 'new', 'difference'] as const).map((word) => say(word, language));
  const table = newTable(['', ...head, ''], ['left', 'right', 'right', 'right', 'left']);
  for (const key of keys) {
    const [was, is] = [old.get(key), now.get(key)];
    const [first, then] = [was?.amount ?? ZERO, is?.amount ?? ZERO];
    if (first.equals(then)) continue;
    const name = (is ?? was)?.name;
    const moved = tiers.filter((one) => keyOf(one) === key);
    const tier = moved.map((one) => `${one.before ?? '-'} → ${one.after ?? '-'}`).join(', ');
    table.push([
      printable(name?.[language] ?? key),
      formatMoney(first, currency),
      formatMoney(then, currency),
      signed(then.sub(first), currency),
      printable(tier),
    ]);
  }
  return table.length > 0 ? table.toString() : '';
}

interface NamedAmount {
  readonly name: Localized;
  readonly amount: Exact;
}

const keyOf = ({
  component,
  product,
}: {
  readonly component: string;
  readonly product?: string | undefined;
}): string => `${component}\t${product ?? ''}`;

function amountsIn(result: MonthResult, id: string): Map<string, NamedAmount> {
  const own = result.agents.find(({ facts }) => facts.agent.agent_id === id)?.lines ?? [];
  return new Map([...groupBy(own, keyOf)].map(([key, lines]) => [key, named(lines)]));
}

function named(lines: readonly AppliedLine[]): NamedAmount {
  const [first] = lines;
  const product = first?.product === undefined ? '' : ` ${first.product}`;
  const name = first
    ? { en: `${first.name.en}${product}`, zh: `${first.name.zh}${product}` }
    : { en: '', zh: '' };
  return { name, amount: sum(lines.map(signedAmount)) };
}
