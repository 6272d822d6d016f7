/** How a key that is missing in a rule file is written: one line for each that has an obvious spelling. */

/** By the key, or by it and the mapping that it stands in. */
export const EXAMPLES: Readonly<Record<string, string>> = {
  version: 'version: "2025.04"',
  effective_from: 'effective_from: 2025-04-01',
  title: 'title: 销售提成办法',
  currency: 'currency: { code: USD, places: 2 }',
  clauses: 'clauses: { S-1: 按当月销售额的 5% 提成 }',
  net: 'net: { clause: S-1, negative: carry, stated: S-1 }',
  negative: 'negative: carry',
  about: 'about: 提成',
  fragment: 'fragment: none',
  clause: 'clause: S-1',
  name: 'name: 提成',
  column: 'column: product_commission',
  class: 'class: disciplinary',

  counting:
    'counting: { extract_day: 10, forced_by: forced_activation, reversed_by: [cancelled, left_network], reversal_takes: all_points, ' +
    'rows_before_signup: ignore, bases: { rent: { sum_of: [rent], above: 0 } }, late_evidence: pay, stated: S-1 }',
  extract_day: 'extract_day: 10',
  forced_by: 'forced_by: forced_activation',
  reversed_by: 'reversed_by: [cancelled, left_network]',
  reversal_takes: 'reversal_takes: all_points',
  rows_before_signup: 'rows_before_signup: ignore',
  bases: 'bases: { rent: { sum_of: [rent], above: 0 } }',
  late_evidence: 'late_evidence: pay',
  counts_on: 'counts_on: rent',
  window_months: 'window_months: 3',
  kept_in: 'kept_in: months',

  assessed: 'assessed: [present, late, early_leave]',
  met_by: 'met_by: [{ measure: successes, at_least: 30 }]',
  answered_calls: 'answered_calls: [outbound, inbound]',
  retention_day: 'retention_day: { campaign: retention, share_at_least: 50% }',
  share_at_least: 'share_at_least: 50%',
  allowed_misses: 'allowed_misses: { count: 2, on: any_day }',

  of: 'of: sales',
  'quota.of': 'of: agents',
  'amount.points': 'points: [{ at: 80%, pays: 50% }, { at: 100%, pays: 100% }]',
  'is.points': 'points: [{ at: 80%, pays: 50% }, { at: 100%, pays: 100% }]',
  per: 'per: transaction',
  when_absent: 'when_absent: zero',
  bands: 'bands: [{ up_to: 100, pays: 5% }, { pays: 8% }]',
  pays: 'pays: 5%',
  each: 'each: 1000',
  at: 'at: 100%',
  divisor: 'divisor: 21.75',
  times: 'times: 1',
  among: 'among: team',

  once_per: 'once_per: incident',
  points_of: 'points_of: next_unit',
  on_top_of_reversal: 'on_top_of_reversal: yes',
  standard: 'standard: 60',
  per_unit: 'per_unit: 1',
  result_rounded: 'result_rounded: no',
  not_taken: 'not_taken: no_fine',

  sections:
    'sections: { sales: { name: 业绩, clause: S-1, out_of: 100, parts: [{ scale: lookup, of: attainment, bands: [{ from: 0, pays: 0 }, { from: 100%, pays: 100 }] }] } }',
  out_of: 'out_of: 50',
  mean_on_edge: 'mean_on_edge: upper',
  mean_from: 'mean_from: 90',
  tenure_months: 'tenure_months: 2',
  at_most: 'at_most: 15%',
  mode: 'mode: enforce',
  classes: 'classes: [disciplinary, loss]',
  from_day_after_listing: 'from_day_after_listing: 1',
  per_day: 'per_day: 20',
  over_seconds: 'over_seconds: 300',
  score_below: 'score_below: 60',
  unapproved_leave_from_minutes: 'unapproved_leave_from_minutes: 480',

  weekdays: 'weekdays: [mon, tue, wed, thu, fri]',
  until: 'until: 2025-12-31',
  code: 'code: USD',
};

/** The line that a key asks for which is missing in the mapping `within`; undefined where none is obvious. */
export const exampleOfKey = (key: string, within = ''): string | undefined =>
  lookUp(`${within}.${key}`) ?? lookUp(key);

/** The line of a key whose value is a mapping, where it is known to have this key; undefined where none is obvious. */
export function exampleOfMapping(key = '', having = ''): string | undefined {
  const line = lookUp(key);
  return line?.startsWith(`${key}: {`) && line.includes(having) ? line : undefined;
}

const lookUp = (key: string): string | undefined =>
  Object.hasOwn(EXAMPLES, key) ? EXAMPLES[key] : undefined;
