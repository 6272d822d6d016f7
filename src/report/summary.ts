/** The month in one place, as data: totals, what it rests on, and the hashes of all that went in and came out. */
import { type Currency, YUAN } from '../base/currency.js';
import { formatMoney, sum } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import type { Language } from '../base/localized.js';
import { byKeys } from '../base/order.js';
import type { Problem } from '../base/problem.js';
import { type MonthResult, totalsOf } from '../calc/month.js';
import { OUTCOMES } from '../calc/outcomes.js';
import type { Payslip } from '../calc/payslip.js';
import type { FileReading } from '../input/records.js';
import type { Mark, Value } from '../rules/mark.js';

/** A rule file by which people were paid. */
export interface RulesUsed {
  readonly version: string;
  readonly file: string;
  readonly sha256: string;
}

export interface SummaryOrigin {
  readonly program: string;
  /** One at least; each with its version. */
  readonly rules: readonly [RulesUsed, ...RulesUsed[]];
  readonly settings_sha256: string | undefined;
  readonly files: readonly FileReading[];
}

/** A value of the rule file that pay rests on, as summary.json shows it. */
interface UsedValue {
  readonly path: string;
  readonly value: string;
  /** Only where several rule files are in force. */
  readonly file?: string;
  readonly clause: string;
  readonly because?: string;
  readonly alternatives?: readonly string[];
  readonly by?: string;
  readonly on?: string;
  readonly document?: string;
}

/** The content of summary.json. Keys stand in a fixed order; nothing in it depends on when or where it ran. */
export function summaryOf(
  result: MonthResult,
  origin: SummaryOrigin,
  problems: readonly Problem[],
  outputs: ReadonlyMap<string, string>,
  language: Language,
) {
  const { currency } = result;
  const [first, ...others] = origin.rules;
  const several = others.length > 0;
  return {
    program: origin.program,
    month: result.month,
    provisional: result.provisional,
    rules: first,
    ...(several ? { other_rules: others } : {}),
    settings_sha256: origin.settings_sha256 ?? null,
    ledger_head: result.facts.past.head ?? null,
    agents: result.agents.length,
    // Left out where it is the one that every summary was in before there were others.
    ...(currency.code === YUAN.code ? {} : { currency: currency.code }),
    totals: totalsText(totalsOf(result.agents), currency),
    signups: Object.fromEntries(
      OUTCOMES.map((outcome) => [outcome, result.signups.filter((one) => one.outcome === outcome).length]),
    ),
    penalties: penaltiesByKind(result),
    warnings: countByCode(problems),
    assumed: usedValues(result.rules, 'assumed', several, language),
    confirmed: usedValues(result.rules, 'confirmed', several, language),
    inputs: origin.files,
    outputs: Object.fromEntries(outputs),
  };
}

export type Summary = ReturnType<typeof summaryOf>;

function totalsText(totals: Payslip, currency: Currency): Record<keyof Payslip, string> {
  const print = (column: keyof Payslip): string => formatMoney(totals[column], currency);
  return {
    base_commission: print('base_commission'),
    product_commission: print('product_commission'),
    prior_period: print('prior_period'),
    allowances: print('allowances'),
    clawbacks: print('clawbacks'),
    penalties: print('penalties'),
    debt_in: print('debt_in'),
    net: print('net'),
    paid: print('paid'),
    debt_out: print('debt_out'),
  };
}

export interface PenaltyTotal {
  readonly kind: string;
  readonly clause: string;
  readonly count: number;
  readonly amount: string;
  readonly applied: string;
}

/** Fines by component, in the order of the plans. */
export function penaltiesByKind(result: MonthResult): PenaltyTotal[] {
  const lines = result.agents.flatMap((one) => one.lines.filter((line) => line.column === 'penalties'));
  const components = new Map(result.plans.all.flatMap((plan) => Object.entries(plan.components)));
  return [...components].flatMap(([kind, component]) => {
    const own = lines.filter((line) => line.component === kind);
    if (own.length === 0) return [];
    const amount = formatMoney(sum(own.map((line) => line.amount)), result.currency);
    const applied = formatMoney(sum(own.map((line) => line.applied)), result.currency);
    return [{ kind, clause: component.clause, count: own.length, amount, applied }];
  });
}

/** How many problems each code has, by code. */
export function countByCode(problems: readonly Problem[]): Record<string, number> {
  const counts = groupBy(problems, (one) => one.code);
  return Object.fromEntries(
    [...counts].map(([code, own]): [string, number] => [code, own.length]).toSorted(byKeys(([code]) => code)),
  );
}

function usedValues(
  rules: readonly Value<unknown>[],
  kind: Mark['kind'],
  several: boolean,
  language: Language,
): UsedValue[] {
  return rules.flatMap((rule) => {
    const { mark } = rule;
    if (mark.kind !== kind) return [];
    const where = several ? { file: rule.at.file } : {};
    const used = { path: rule.path, value: rule.text, ...where, clause: mark.clause };
    switch (mark.kind) {
      case 'assumed':
        return [{ ...used, because: mark.because[language], alternatives: mark.alternatives }];
      case 'confirmed':
        return [{ ...used, by: mark.by, on: mark.on, document: mark.document }];
      case 'stated':
        return [used];
    }
  });
}
