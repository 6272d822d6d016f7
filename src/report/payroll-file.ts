/** A month's figures as the file of a payroll system or bank, in the form that a template describes. */
import type { Currency } from '../base/currency.js';
import { type Exact, sum } from '../base/exact.js';
import type { Language } from '../base/localized.js';
import type { Problem } from '../base/problem.js';
import { bindColumns, cellText, missingValues, type NamedTemplate } from './payroll-columns.js';
import { encoded, recordsText } from './payroll-format.js';
import { isPaid, type PaidPerson, type PayrollMonth, peopleOf, rowsOf } from './payroll-rows.js';

export interface PayrollFile {
  readonly bytes: Uint8Array;
  /** Without the header. */
  readonly lines: number;
  /** People in the file who are paid more than 0. */
  readonly payments: number;
  readonly currency: Currency;
  /** The sum of the amounts that the file bears. */
  readonly control_total: Exact;
  /** People of the payroll without a line in the file. */
  readonly left_out: readonly PaidPerson[];
}

/** The file, or all that stands in its way. Nothing is computed here: every amount is the month's own. */
export function payrollFile(
  named: NamedTemplate,
  month: PayrollMonth,
  language: Language,
): PayrollFile | { readonly problems: readonly Problem[] } {
  const { template } = named;
  const { currency } = month;
  const people = peopleOf(month);
  const binding = bindColumns(named, new Set(people.flatMap(({ person }) => Object.keys(person.other))));
  if ('problems' in binding) return binding;
  const { columns } = binding;
  const rows = rowsOf(template, month, people);
  const place = { file: `months/${month.state.month}/agents.csv` };
  // The lines of a person stand together.
  const firsts = rows.filter((row, index) => row.person !== rows[index - 1]?.person);
  const problems = firsts.flatMap((row) => missingValues(columns, row, currency, language, place));
  const records = rows.map((row) =>
    columns.flatMap((column) => {
      const cell = cellText(column, row, { ...template, currency }, language, place);
      if (typeof cell === 'string') return [cell];
      problems.push(cell);
      return [];
    }),
  );
  if (problems.length > 0) return { problems };
  const written = new Set(firsts.map((row) => row.person));
  const header = template.header ? [template.columns.map((column) => column.header)] : [];
  return {
    bytes: encoded(recordsText([...header, ...records], template), template.encoding),
    lines: rows.length,
    payments: firsts.filter(isPaid).length,
    currency,
    control_total: sum(rows.map(({ item, payslip }) => (item ? item.amount : payslip.paid))),
    left_out: people.filter(({ person }) => !written.has(person)),
  };
}
