/** The templates of payroll files that come with telepay; telepay.yaml may put others in their place. */
import type { Language, Localized } from '../base/localized.js';
import type { PayrollTemplate, TemplateRows } from '../base/payroll-template.js';
import { PAYROLL_NAMES } from './payroll-names.js';

type Columns = readonly (readonly [field: string, zh: string])[];

const PERSON: Columns = [
  ['month', '月份'],
  ['agent_id', '工号'],
  ['name', '姓名'],
  ['team', '班组'],
];

const PAYSLIP: Columns = Object.entries(PAYROLL_NAMES).map(([field, name]) => [field, name.zh]);

const ITEM: Columns = [
  ['item', '项目'],
  ['item_name', '项目名称'],
  ['clause', '条款'],
  ['amount', '金额'],
];

/** By their names: one line per person with all columns of the payroll, and one line per pay item. */
const shipped = (language: Language): Readonly<Record<string, PayrollTemplate>> => ({
  plain: template('agents', [...PERSON, ['role', '岗位'], ...PAYSLIP], language),
  items: template('items', [...PERSON, ...ITEM], language),
});

export const shippedTemplates = (language: Language): ReadonlyMap<string, PayrollTemplate> =>
  new Map(Object.entries(shipped(language)));

function template(rows: TemplateRows, columns: Columns, language: Language): PayrollTemplate {
  return {
    rows,
    columns: columns.map(([field, zh]) => {
      const header: Localized = { en: field, zh };
      return { header: header[language], field, optional: false };
    }),
    money: { unit: 'yuan', decimals: 2, decimal_mark: 'point', thousands: 'none' },
    encoding: 'utf-8-bom',
    separator: 'comma',
    header: true,
    line_ends: 'crlf',
    zero_payments: 'keep',
  };
}
