/** The payroll's columns in words. */
import type { Localized } from '../base/localized.js';
import type { Payslip } from '../calc/payslip.js';

export const PAYROLL_NAMES: Readonly<Record<keyof Payslip, Localized>> = {
  base_commission: { en: 'base commission', zh: '基础佣金' },
  product_commission: { en: 'product commission', zh: '业务佣金' },
  prior_period: { en: 'prior periods', zh: '往期补发' },
  allowances: { en: 'allowances', zh: '津贴补贴' },
  clawbacks: { en: 'clawbacks', zh: '追回' },
  penalties: { en: 'penalties', zh: '考核扣款' },
  debt_in: { en: 'debt carried in', zh: '上期结转欠款' },
  net: { en: 'net', zh: '应付净额' },
  paid: { en: 'paid', zh: '本期应发(税前)' },
  debt_out: { en: 'debt carried out', zh: '结转下期欠款' },
};
