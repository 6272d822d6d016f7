/** The sheet of open assumptions on a terminal. */
import { formatMoney } from '../base/exact.js';
import type { Language } from '../base/localized.js';
import type { Assumption } from '../rules/assumptions.js';
import { type ConfirmSheet, type MonthCost, refusalText, signedMoney, valueText } from './confirm-rows.js';
import { CONFIRM_WORDS as W } from './confirm-words.js';
import { printable } from './printable.js';
import { newTable } from './text-table.js';

export function confirmText(sheet: ConfirmSheet, language: Language): string {
  const { file, version, assumptions } = sheet;
  const count = assumptions.length;
  const head = {
    en: `${W.title.en}: ${file}, version ${version}, ${String(count)} open`,
    zh: `${W.title.zh}：${file}，版本 ${version}，共 ${String(count)} 项`,
  }[language];
  const parts = assumptions.map((one) => assumptionText(sheet, one, language));
  return [printable(head), ...parts, ...(sheet.months.length > 0 ? [costTable(sheet, language)] : [])].join(
    '\n\n',
  );
}

function assumptionText(sheet: ConfirmSheet, one: Assumption, language: Language): string {
  const { clause, mark, path, values } = one;
  const or =
    mark.alternatives.length > 0
      ? `  ${{ en: 'or', zh: '或' }[language]} ${mark.alternatives.join(' | ')}`
      : '';
  const lines = [
    `${clause.id}  ${clause.about[language]}  ${sheet.file}:${String(values[0].at.line ?? '')}`,
    `  ${path}: ${valueText(one)}${or}`,
    `  ${mark.because[language]}`,
    ...(clause.fragment === undefined
      ? []
      : [`  ${{ en: `text: "${clause.fragment}"`, zh: `原文：“${clause.fragment}”` }[language]}`]),
  ];
  return lines.map(printable).join('\n');
}

/** Only what makes a difference, and what could not be computed; the files tell all. */
function costTable(sheet: ConfirmSheet, language: Language): string {
  const { currency } = sheet;
  const head = [W.path, W.alternative, W.month, W.old, W.now, W.difference, W.win, W.lose];
  const table = newTable(
    head.map((one) => one[language]),
    ['left', 'left', 'left', 'right', 'right', 'right', 'right', 'right'],
  );
  const rows = sheet.costs.flatMap((one) => one.months.map((month) => ({ one, month })));
  for (const { one, month } of rows.filter(({ one, month }) => one.refused.length === 0 && matters(month))) {
    const { cost } = month;
    const named = [printable(one.assumption.path), printable(one.text), month.month];
    if (!cost) table.push([...named, '', '', W.not_computed[language], '', '']);
    else {
      const amounts = [formatMoney(cost.old, currency), formatMoney(cost.now, currency)];
      const people = [String(cost.win), String(cost.lose)];
      table.push([...named, ...amounts, signedMoney(cost.difference, currency), ...people]);
    }
  }
  return [
    `${W.cost[language]} (${sheet.months.join(', ')})`,
    table.toString(),
    ...restText(sheet, language),
  ].join('\n');
}

const matters = ({ cost }: MonthCost): boolean => !cost || cost.win > 0 || cost.lose > 0;

function restText({ costs }: ConfirmSheet, language: Language): string[] {
  const refused = costs.flatMap((one) => {
    const why = refusalText(one, language);
    if (why === undefined) return [];
    const named = `${one.assumption.path} ${one.text}`;
    return [{ en: `Not computed: ${named}: ${why}`, zh: `无法计算：${named}：${why}` }[language]];
  });
  const count = costs.filter((one) => one.refused.length === 0 && !one.months.some(matters)).length;
  const sentence = {
    en: `Alternatives that would have changed nobody's pay: ${String(count)}.`,
    zh: `对任何人都没有影响的其他可能：${String(count)} 个。`,
  };
  return [...refused.map(printable), ...(count > 0 ? [sentence[language]] : [])];
}
