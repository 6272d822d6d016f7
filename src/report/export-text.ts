/** What an export says: how much is paid to how many, and who stands not in the file. */
import { formatMoney } from '../base/exact.js';
import type { Language } from '../base/localized.js';
import type { PayrollFile } from './payroll-file.js';
import { headText } from './head-text.js';
import { printableLines } from './printable.js';

export interface ExportReport extends Omit<PayrollFile, 'bytes'> {
  readonly month: string;
  readonly template: string;
  /** Path of the file. */
  readonly file: string;
  readonly draft: boolean;
  /** Head of the chain that knows the file; undefined for a draft. */
  readonly head: string | undefined;
}

export function exportText(report: ExportReport, language: Language): string {
  const { month, template, file, draft, lines, payments, head } = report;
  const total = formatMoney(report.control_total, report.currency);
  const names = report.left_out.map(
    ({ person, payslip }) =>
      `    ${person.agent_id} ${person.name} ${formatMoney(payslip.paid, report.currency)}`,
  );
  const texts = {
    en: [
      `${draft ? 'DRAFT, not to be paid by: ' : ''}${month} by the template ${template}: ${file}`,
      `  payments       ${payments}`,
      `  lines          ${lines}`,
      `  control total  ${total}`,
      `  left out       ${names.length}`,
      ...names,
      ...(head === undefined ? [] : [headText(head, language)]),
    ],
    zh: [
      `${draft ? '草稿，不得据以发放：' : ''}${month}，模板 ${template}：${file}`,
      `  发放人数  ${payments}`,
      `  行数      ${lines}`,
      `  控制总额  ${total}`,
      `  未列入    ${names.length}`,
      ...names,
      ...(head === undefined ? [] : [headText(head, language)]),
    ],
  };
  return printableLines(texts[language]);
}

export function exportData(report: ExportReport): object {
  const { month, template, file, draft, lines, payments, currency, control_total, left_out, head } = report;
  return {
    month,
    template,
    file,
    draft,
    payments,
    lines,
    control_total: formatMoney(control_total, currency),
    left_out: left_out.map(({ person, payslip }) => ({
      agent_id: person.agent_id,
      name: person.name,
      paid: formatMoney(payslip.paid, currency),
    })),
    head: head ?? null,
  };
}
