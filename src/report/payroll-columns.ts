/** The columns of a payroll file: what each is taken from, and what its cells say. */
import type { Currency } from '../base/currency.js';
import { formatMoney, formatShort } from '../base/exact.js';
import type { Language } from '../base/localized.js';
import type { PayrollTemplate, TemplateColumn } from '../base/payroll-template.js';
import { type Place, type Problem, problem } from '../base/problem.js';
import { PAYROLL_PROBLEMS } from '../problems/payroll.js';
import { defuse } from './csv.js';
import {
  AMOUNT_FIELD,
  fieldNamed,
  fieldsFor,
  fieldsNear,
  type PayrollField,
  type PayrollRow,
} from './payroll-fields.js';
import { amountText, survives } from './payroll-format.js';
import { isPaid } from './payroll-rows.js';

export interface NamedTemplate {
  readonly name: string;
  readonly template: PayrollTemplate;
}

/** A column with its field; undefined for a constant. */
export interface BoundColumn {
  readonly column: TemplateColumn;
  readonly field: PayrollField | undefined;
}

/** The template's columns with what each is taken from, where agents.csv has these headers of the firm's own. */
export function bindColumns(
  { name, template }: NamedTemplate,
  headers: Iterable<string>,
): { readonly columns: readonly BoundColumn[] } | { readonly problems: readonly Problem[] } {
  const fields = fieldsFor(template.rows, [...headers]);
  const place = { file: 'telepay.yaml' };
  const problems: Problem[] = [];
  const columns = template.columns.map((column): BoundColumn => {
    if (!('field' in column)) return { column, field: undefined };
    const { header, field: wanted } = column;
    const field = fieldNamed(wanted, fields);
    if (!field) {
      const known = fields.map(({ names }) => names.en);
      const params = { template: name, header, field: wanted, known, near: fieldsNear(wanted, fields) };
      problems.push(problem(PAYROLL_PROBLEMS.unknown_field, place, params, { value: wanted }));
    }
    return { column, field };
  });
  const amount = AMOUNT_FIELD[template.rows];
  const unknown = problems.length > 0;
  if (!unknown && !columns.some(({ field }) => field?.names.en === amount)) {
    problems.push(problem(PAYROLL_PROBLEMS.no_amount, place, { template: name, field: amount }));
  }
  return problems.length > 0 ? { problems } : { columns };
}

/** Whether a column must have a value for everybody who is paid, such as an account number. */
const isNeeded = ({ column, field }: BoundColumn): boolean =>
  field?.of === 'agents' && 'field' in column && !column.optional;

/** What a person who is paid lacks for the columns that must have a value. */
export function missingValues(
  columns: readonly BoundColumn[],
  row: PayrollRow,
  currency: Currency,
  language: Language,
  place: Place,
): Problem[] {
  if (!isPaid(row)) return [];
  return columns.filter(isNeeded).flatMap(({ column: { header }, field }) => {
    const value = field?.value(row, language);
    if (value !== undefined && value !== '') return [];
    const paid = formatMoney(row.payslip.paid, currency);
    const params = { agent: row.person.agent_id, paid, header, field: field?.names[language] ?? header };
    return [problem(PAYROLL_PROBLEMS.no_value, place, params)];
  });
}

/**
 * A cell as the file bears it, or why it can't. Headers and constants stand as telepay.yaml has them; texts from
 * the exports are made safe against formulas, which leaves account numbers as they are.
 */
export function cellText(
  { column, field }: BoundColumn,
  row: PayrollRow,
  { money, encoding, currency }: PayrollTemplate & { readonly currency: Currency },
  language: Language,
  place: Place,
): string | Problem {
  const agent = row.person.agent_id;
  const { header } = column;
  const value = field?.value(row, language) ?? '';
  if (typeof value !== 'string') {
    const decimals = money.unit === 'fen' ? currency.places : money.decimals;
    const params = { agent, header, amount: formatShort(value), decimals };
    return amountText(value, money, currency) ?? problem(PAYROLL_PROBLEMS.inexact_money, place, params);
  }
  const text = 'constant' in column ? column.constant : defuse(value);
  if (survives(text, encoding)) return text;
  return problem(PAYROLL_PROBLEMS.not_encodable, place, { agent, header, text, encoding });
}
