/** The sheet of open assumptions as CSV: a row for each, and with months one for each alternative and month. */
import type { Language } from '../base/localized.js';
import type { Assumption } from '../rules/assumptions.js';
import {
  type ConfirmSheet,
  type CostedAlternative,
  costsOf,
  type MonthCost,
  valueText,
} from './confirm-rows.js';
import { CONFIRM_WORDS as W } from './confirm-words.js';
import { type Cell, type Column, integer, money, type Table, toCsv } from './csv.js';

interface Row {
  readonly assumption: Assumption;
  readonly alternative: CostedAlternative | undefined;
  readonly month: MonthCost | undefined;
}

type Of = (row: Row, language: Language) => Cell;

const column = (key: string, words: { readonly zh: string }, cell: Of): Column<Row> => ({
  key,
  zh: words.zh,
  cell,
});

const SHEET: Table<Row> = [
  column('line', W.line, ({ assumption: { values } }) => integer(values[0].at.line ?? 0)),
  column('clause', W.clause, ({ assumption }) => assumption.clause.id),
  column('about', W.about, ({ assumption }, language) => assumption.clause.about[language]),
  column('fragment', W.fragment, ({ assumption }) => assumption.clause.fragment),
  column('path', W.path, ({ assumption }) => assumption.path),
  column('value', W.value, ({ assumption }) => valueText(assumption)),
  column('alternatives', W.alternatives, ({ assumption }) => assumption.mark.alternatives.join(' | ')),
  column('because', W.because, ({ assumption }, language) => assumption.mark.because[language]),
];

const COSTS: Table<Row> = [
  column('alternative', W.alternative, ({ alternative }) => alternative?.text),
  column('month', W.month, ({ month }) => month?.month),
  column('old', W.old, ({ month }) => month?.cost && money(month.cost.old)),
  column('new', W.now, ({ month }) => month?.cost && money(month.cost.now)),
  column('difference', W.difference, ({ month }) => month?.cost && money(month.cost.difference)),
  column('win', W.win, ({ month }) => month?.cost && integer(month.cost.win)),
  column('lose', W.lose, ({ month }) => month?.cost && integer(month.cost.lose)),
];

/** To be filled in by hand. */
const DECISION: Table<Row> = [
  column('decision', W.decision, () => ''),
  column('by', W.by, () => ''),
  column('on', W.on, () => ''),
  column('document', W.document, () => ''),
];

export function confirmCsv(sheet: ConfirmSheet, language: Language): string {
  const rows = sheet.assumptions.flatMap((assumption): Row[] => {
    const costs = costsOf(sheet, assumption).flatMap((alternative) =>
      alternative.months.map((month): Row => ({ assumption, alternative, month })),
    );
    return costs.length > 0 ? costs : [{ assumption, alternative: undefined, month: undefined }];
  });
  const table = [...SHEET, ...(sheet.months.length > 0 ? COSTS : []), ...DECISION];
  return toCsv(table, rows, language, sheet.currency);
}
