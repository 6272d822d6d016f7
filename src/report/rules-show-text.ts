/** A whole rule file for reading: on a terminal, as Markdown and as data. */
import type { Language, Localized } from '../base/localized.js';
import type { PlainDate } from '../base/period.js';
import type { LoadedPlan } from '../rules/load.js';
import { planOn } from '../rules/plan-on.js';
import { ruleTree } from '../rules/rule-tree.js';
import { handbookTables } from './handbook-tables.js';
import { printable } from './printable.js';
import { markdownCell, SIGNS_TEXT, tableMarkdown, tableText } from './rule-tables.js';
import { forWhom } from './rules-list-text.js';

const TEXTS = {
  version: { en: 'version', zh: '版本' },
  from: { en: 'in force from', zh: '生效日期' },
  for: { en: 'for', zh: '适用' },
  as_of: { en: 'as of', zh: '截至' },
} satisfies Record<string, Localized>;

export interface ShownRules {
  readonly rules: LoadedPlan;
  readonly day: PlainDate;
}

const tablesOf = ({ rules, day }: ShownRules, language: Language) =>
  handbookTables(planOn(rules.plan, day), ruleTree(rules, day), language);

/** `version 2025.04, in force from 2025-04-01, for everybody, rules/2025.04.yaml` */
function headText({ rules: { plan, file }, day }: ShownRules, language: Language): string {
  const parts = [
    `${TEXTS.version[language]} ${plan.version}`,
    `${TEXTS.from[language]} ${plan.effective_from}`,
    `${TEXTS.for[language]} ${forWhom(plan.applies_to, language)}`,
    file,
    ...(plan.changes ? [`${TEXTS.as_of[language]} ${day}`] : []),
  ];
  return parts.join(' · ');
}

/** Values that change later are told by their dates. */
function laterText({ rules: { plan }, day }: ShownRules, language: Language): string[] {
  const dates = (plan.changes ?? []).map(({ from }) => from).filter((from) => from > day);
  if (dates.length === 0) return [];
  const all = dates.join(', ');
  return [
    {
      en: `Some values change on ${all}: --on DATE shows them.`,
      zh: `部分数值在 ${all} 改变，用 --on 日期 查看。`,
    }[language],
  ];
}

export function rulesText(shown: ShownRules, language: Language): string {
  const { title } = shown.rules.plan;
  return [
    [title[language], headText(shown, language), ...laterText(shown, language)].map(printable).join('\n'),
    ...tablesOf(shown, language).map((table) => tableText(table, language)),
    SIGNS_TEXT[language],
  ].join('\n\n');
}

export function rulesMarkdown(shown: ShownRules, language: Language): string {
  const { title } = shown.rules.plan;
  return [
    `# ${markdownCell(title[language])}`,
    [headText(shown, language), ...laterText(shown, language)].map(markdownCell).join('\n\n'),
    ...tablesOf(shown, language).map((table) => tableMarkdown(table, language)),
    SIGNS_TEXT[language],
  ].join('\n\n');
}

export const rulesShowData = (shown: ShownRules, language: Language): object => ({
  refused: false,
  file: shown.rules.file,
  version: shown.rules.plan.version,
  effective_from: shown.rules.plan.effective_from,
  day: shown.day,
  tables: tablesOf(shown, language).map(({ title, head, rows }) => ({
    title: title[language],
    head: head.map((one) => one[language]),
    rows,
  })),
  problems: [],
});
