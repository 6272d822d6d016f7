/** The templates of payroll files in telepay.yaml. */
import { z } from 'zod';
import {
  DECIMAL_MARKS,
  LINE_ENDS,
  type MoneyFormat,
  type PayrollTemplate,
  SEPARATORS,
  TEMPLATE_ENCODINGS,
  TEMPLATE_ROWS,
  type TemplateColumn,
  THOUSANDS,
} from '../base/payroll-template.js';

const yesNo = z.enum(['yes', 'no']).transform((word) => word === 'yes');

/** The words of a list of marks. */
const wordOf = <Word extends string>(marks: Readonly<Record<Word, string>>) =>
  z.enum(Object.keys(marks) as [Word, ...Word[]]);

const marks = {
  decimals: z.enum(['0', '1', '2']).optional(),
  decimal_mark: wordOf(DECIMAL_MARKS).optional(),
  thousands: wordOf(THOUSANDS).optional(),
};

const money = z
  .strictObject({ unit: z.enum(['yuan', 'fen']).default('yuan'), ...marks })
  .transform(({ unit, ...given }, context): MoneyFormat => {
    const { decimals = '2', decimal_mark = 'point', thousands = 'none' } = given;
    if (unit === 'yuan') {
      // One mark that means both would make 1,234 a number of two readings.
      if (thousands === decimal_mark) context.addIssue({ code: 'custom', path: ['thousands'] });
      return { unit, decimals: Number(decimals), decimal_mark, thousands };
    }
    // Whole fen have no marks that could be chosen.
    for (const key of Object.keys(given)) context.addIssue({ code: 'custom', path: [key] });
    return { unit };
  });

const column = z
  .strictObject({
    header: z.string().min(1),
    field: z.string().min(1).optional(),
    constant: z.string().optional(),
    optional: yesNo.optional(),
  })
  .transform(({ header, field, constant, optional }, context): TemplateColumn => {
    if (field !== undefined && constant === undefined) return { header, field, optional: optional ?? false };
    if (field === undefined && constant !== undefined && optional === undefined) return { header, constant };
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  });

const template = z.strictObject({
  rows: z.enum(TEMPLATE_ROWS),
  columns: z.array(column).min(1),
  money: money.prefault({}),
  encoding: z.enum(TEMPLATE_ENCODINGS).default('utf-8-bom'),
  separator: wordOf(SEPARATORS).default('comma'),
  header: yesNo.prefault('yes'),
  line_ends: wordOf(LINE_ENDS).default('crlf'),
  zero_payments: z.enum(['keep', 'leave_out']).default('keep'),
}) satisfies z.ZodType<PayrollTemplate>;

/** A template's name is part of its files' names: small letters, so that two never differ in case alone. */
const templateName = z.string().regex(/^[\p{Ll}\p{Lo}\p{Nd}][\p{Ll}\p{Lo}\p{Nd}_-]{0,39}$/u);

export const templates = z.record(templateName, template);

/** The keys that the mapping at `path` within a template may have. */
export function templateKeys(path: readonly PropertyKey[]): readonly string[] {
  const [part] = path;
  if (part === 'money') return ['unit', ...Object.keys(marks)];
  if (part === 'columns') return ['header', 'field', 'constant', 'optional'];
  return Object.keys(template.shape);
}

/** What stands at `path` within `templates`, for people. */
export function templateExample([name, part, ...rest]: readonly PropertyKey[]): string {
  if (part === 'money')
    return 'money: { decimals: 2, decimal_mark: point, thousands: none } | money: { unit: fen }';
  if (part === 'columns' && rest.length > 0) {
    return '{ header: 账号, field: 银行账号 } | { header: 用途, constant: 工资 }';
  }
  if (part === 'columns') return 'columns: [{ header: 金额, field: paid }]';
  if (part === 'rows') return TEMPLATE_ROWS.join(' | ');
  return name === undefined
    ? 'templates: { bank: { rows: agents, columns: [{ header: 金额, field: paid }] } }'
    : 'bank: { rows: agents, columns: [{ header: 金额, field: paid }] }';
}
