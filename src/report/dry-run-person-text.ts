/** One person in a dry run: what each rule changes for him, line by line. */
import type { Currency } from '../base/currency.js';
import { formatMoney } from '../base/exact.js';
import type { Language } from '../base/localized.js';
import { byRules, type Chained, rulesTried, type TriedFile, type TriedMonth } from '../calc/dry-run/tried.js';
import { chainText, settlementText } from './dry-run-chain-text.js';
import { percentOf, ruleText, say, signed, titleOf } from './dry-run-words.js';
import { printable } from './printable.js';
import { newTable } from './text-table.js';

export function personText(
  tried: TriedFile,
  id: string,
  chained: Chained | undefined,
  language: Language,
): string {
  const months = tried.months.map((month) => monthText(tried, month, id, chained !== undefined, language));
  return [titleOf(tried, language), ...(chained ? [chainText(chained, language)] : []), ...months].join(
    '\n\n',
  );
}

function monthText(
  tried: TriedFile,
  month: TriedMonth,
  id: string,
  isChained: boolean,
  language: Language,
): string {
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
    return part && part.n !== 0n
      ? [
          `  ${signed(part, currency)}  ${printable(ruleText(rule, tried.file, month.variant.before, language))}`,
        ]
      : [];
  });
  const settled = isChained ? [settlementText(found.settlements, currency, language)] : [];
  return [title, ...settled, ...parts, linesTable(month, id, currency, language)].join('\n');
}

/** The lines that differ, by component and product, with the tier that was left and the one reached. */
function linesTable(
  { lines, difference }: TriedMonth,
  id: string,
  currency: Currency,
  language: Language,
): string {
  const tiers = difference.people.find(({ agent }) => agent.agent_id === id)?.tiers ?? [];
  const head = (['clause', 'old', 'new', 'difference'] as const).map((word) => say(word, language));
  const table = newTable(['', ...head, ''], ['left', 'left', 'right', 'right', 'right', 'left']);
  for (const { component, product, name, clause, before, after } of lines) {
    const moved = tiers.filter((one) => one.component === component && one.product === product);
    table.push([
      printable([name[language], ...(product === undefined ? [] : [product])].join(' ')),
      printable(clause),
      formatMoney(before, currency),
      formatMoney(after, currency),
      signed(after.sub(before), currency),
      printable(moved.map((one) => `${one.before ?? '-'} → ${one.after ?? '-'}`).join(', ')),
    ]);
  }
  return lines.length > 0 ? table.toString() : '';
}
