/** The rule files of a workspace and the months that each rules, for people and as data. */
import type { Language, Localized } from '../base/localized.js';
import { type Month, shiftMonth } from '../base/period.js';
import type { AppliesTo } from '../rules/applies-to.js';
import type { RuledFile, RuledMonth, RuledMonths } from '../rules/ruled-months.js';
import { printable, printableLines } from './printable.js';
import { wordOf } from './rule-words.js';
import { newTable } from './text-table.js';

const TEXTS = {
  version: { en: 'version', zh: '版本' },
  from: { en: 'from', zh: '生效日期' },
  for: { en: 'for', zh: '适用人员' },
  months: { en: 'months', zh: '月份' },
  file: { en: 'file', zh: '文件' },
  everybody: { en: 'everybody', zh: '全员' },
  open: { en: 'open', zh: '未结' },
  closed: { en: 'closed', zh: '已结' },
  gone: { en: '(not there any more)', zh: '（已不在）' },
  none: { en: 'There are no rule files.', zh: '没有规则文件。' },
} satisfies Record<string, Localized>;

export function rulesListText({ files, without }: RuledMonths, language: Language): string {
  if (files.length === 0 && without.length === 0) return TEXTS.none[language];
  const head = [TEXTS.version, TEXTS.from, TEXTS.for, TEXTS.months, TEXTS.file].map((one) => one[language]);
  const table = newTable(head, ['left', 'left', 'left', 'left', 'left']);
  for (const one of files) table.push(cellsOf(one, language).map(printable));
  return [
    ...(files.length > 0 ? [table.toString()] : [TEXTS.none[language]]),
    printableLines([
      ...files.flatMap((one) => differingText(one, language)),
      ...withoutText(without, language),
    ]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function cellsOf({ file, version, rules, months }: RuledFile, language: Language): string[] {
  return [
    version,
    rules?.plan.effective_from ?? '',
    rules ? forWhom(rules.plan.applies_to, language) : '',
    monthsText(months, language),
    rules ? file : `${file} ${TEXTS.gone[language]}`,
  ];
}

/** `team T1, T2; role agent` */
export function forWhom(scope: AppliesTo | undefined, language: Language): string {
  if (!scope) return TEXTS.everybody[language];
  return Object.entries(scope)
    .flatMap(([key, words]) => (words ? [`${wordOf(key)?.[language] ?? key} ${words.join(', ')}`] : []))
    .join('; ');
}

/** Months in a row as the first and the last: `closed 2025-04–2025-06, open 2025-07`. */
function monthsText(months: readonly RuledMonth[], language: Language): string {
  const told = ([true, false] as const).flatMap((closed) => {
    const own = runsOf(months.filter((one) => one.closed === closed).map(({ month }) => month));
    return own.length > 0 ? [`${TEXTS[closed ? 'closed' : 'open'][language]} ${own.join(', ')}`] : [];
  });
  return told.length > 0 ? told.join('; ') : '–';
}

function runsOf(months: readonly Month[]): string[] {
  const runs: [Month, Month][] = [];
  for (const month of months.toSorted()) {
    const last = runs.at(-1);
    if (last && shiftMonth(last[1], 1) === month) last[1] = month;
    else runs.push([month, month]);
  }
  return runs.map(([first, last]) => (first === last ? first : `${first}–${last}`));
}

function differingText({ file, differing }: RuledFile, language: Language): string[] {
  if (differing.length === 0) return [];
  const months = runsOf(differing).join(', ');
  return [
    {
      en: `${file} is not what ${months} was closed by: its sealed copy differs, and holds.`,
      zh: `${file} 与 ${months} 结账时封存的文件不同；已结账月份以封存的为准。`,
    }[language],
  ];
}

const withoutText = (months: readonly Month[], language: Language): string[] =>
  months.length === 0
    ? []
    : [
        {
          en: `No rules in force, or several that contradict: ${runsOf(months).join(', ')}`,
          zh: `没有生效的规则，或规则互相冲突：${runsOf(months).join(', ')}`,
        }[language],
      ];

export const rulesListData = ({ files, without }: RuledMonths): object => ({
  files: files.map(({ file, version, rules, months, differing }) => ({
    file,
    version,
    effective_from: rules?.plan.effective_from ?? null,
    applies_to: rules?.plan.applies_to ?? null,
    sha256: rules?.sha256 ?? null,
    months,
    differing,
  })),
  without_rules: without,
});
