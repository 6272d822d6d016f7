/** What the columns of a payroll file can be taken from. */
import type { Exact } from '../base/exact.js';
import type { Language, Localized } from '../base/localized.js';
import type { TemplateRows } from '../base/payroll-template.js';
import type { Month } from '../base/period.js';
import type { LineState, PayslipState, PersonState } from '../calc/closing.js';
import type { Payslip } from '../calc/payslip.js';
import { nearest, nearestHeader } from '../input/near.js';
import { PAYROLL_NAMES } from './payroll-names.js';

/** A pay item of a person; the debts that are carried stand among them, so that they add up to what is paid. */
export type PayItem = Pick<LineState, 'line_id' | 'component' | 'name' | 'clause' | 'amount'>;

/** What a line of a payroll file is about. */
export interface PayrollRow {
  readonly month: Month;
  readonly rules_version: string;
  readonly person: PersonState;
  readonly payslip: PayslipState;
  /** Of a file with a line per pay item. */
  readonly item: PayItem | undefined;
}

/** A text, an amount, or nothing. */
export type FieldValue = string | Exact | undefined;

export interface PayrollField {
  readonly names: Localized;
  /** Whether it says something of a person, or of one pay item. */
  readonly of: TemplateRows;
  readonly value: (row: PayrollRow, language: Language) => FieldValue;
}

const ofPerson = (en: string, zh: string, value: (person: PersonState) => FieldValue): PayrollField => ({
  names: { en, zh },
  of: 'agents',
  value: ({ person }) => value(person),
});

const ofMonth = (en: string, zh: string, value: (row: PayrollRow) => FieldValue): PayrollField => ({
  names: { en, zh },
  of: 'agents',
  value,
});

const ofPayslip = (key: keyof Payslip): PayrollField => ({
  names: { en: key, zh: PAYROLL_NAMES[key].zh },
  of: 'agents',
  value: ({ payslip }) => payslip[key],
});

const ofItem = (
  en: string,
  zh: string,
  value: (item: PayItem, language: Language) => FieldValue,
): PayrollField => ({
  names: { en, zh },
  of: 'items',
  value: ({ item }, language) => item && value(item, language),
});

/** The fields of any file, beside the columns of agents.csv that telepay does not know. */
const FIELDS: readonly PayrollField[] = [
  ofMonth('month', '月份', (row) => row.month),
  ofPerson('agent_id', '工号', (person) => person.agent_id),
  ofPerson('name', '姓名', (person) => person.name),
  ofPerson('team', '班组', (person) => person.team),
  ofPerson('role', '岗位', (person) => person.role),
  ofPerson('hired_on', '入职日期', (person) => person.hired_on),
  ofPerson('left_on', '离职日期', (person) => person.left_on),
  ofPerson('subsidy_phone', '补贴号码', (person) => person.subsidy_phone),
  ofPerson('monthly_base', '月基本工资', (person) => person.monthly_base),
  ofPerson('site', '中心', (person) => person.site),
  ofPerson('grade', '等级', (person) => person.grade),
  ...Object.keys(PAYROLL_NAMES).map((key) => ofPayslip(key as keyof Payslip)),
  ofMonth('rules_version', '规则版本', (row) => row.rules_version),
  ofItem('item', '项目', (item) => item.component),
  ofItem('item_name', '项目名称', (item, language) => item.name[language]),
  ofItem('line_id', '行号', (item) => item.line_id),
  ofItem('clause', '条款', (item) => item.clause),
  ofItem('amount', '金额', (item) => item.amount),
];

/** The field whose sum is the control total. */
export const AMOUNT_FIELD: Readonly<Record<TemplateRows, keyof Payslip | 'amount'>> = {
  agents: 'paid',
  items: 'amount',
};

/**
 * The fields of a file with such rows, where agents.csv has these columns beside those that telepay knows. One
 * that bears the name of a field of telepay's own can't be had.
 */
export function fieldsFor(rows: TemplateRows, columns: readonly string[]): PayrollField[] {
  const own = FIELDS.filter((field) => field.of === 'agents' || field.of === rows);
  const taken = new Set(own.flatMap(({ names }) => [names.en, names.zh]));
  const others = columns
    .filter((header) => !taken.has(header))
    .map((header) => ofPerson(header, header, (person) => person.other[header]));
  return [...own, ...others];
}

export const fieldNamed = (name: string, fields: readonly PayrollField[]): PayrollField | undefined =>
  fields.find(({ names }) => names.en === name || names.zh === name);

/** At most so many near names are told. */
const NEAR_ONES = 3;

/** The names of fields that may be meant by one that is none, the nearest first. */
export function fieldsNear(name: string, fields: readonly PayrollField[]): string[] {
  const candidates = [...new Set(fields.flatMap(({ names }) => [names.en, names.zh]))];
  const found: string[] = [];
  while (found.length < NEAR_ONES) {
    const left = candidates.filter((one) => !found.includes(one));
    const near = nearest(name, left) ?? nearestHeader({ en: name, zh: name }, left);
    if (near === undefined) break;
    found.push(near);
  }
  return found;
}
