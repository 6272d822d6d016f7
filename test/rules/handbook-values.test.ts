/**
 * The shipped rule file against the handbook: every value that the handbook gives, whether the text states it
 * (S) or it is assumed (A), and the clause it rests on. The table is the handbook's, not the file's: a value
 * that changes in the file must be changed here by somebody who has read the clause.
 */
import { describe, expect, it } from 'vitest';
import { formatShort } from '../../src/base/exact.js';
import { valuesOf } from '../../src/rules/values.js';
import { load, SHIPPED } from './rule-files.js';

const HANDBOOK = `
  # 1. Which sign-ups count
  counting.extract_day                                        10                                      S  C-1
  counting.forced_by                                          forced_activation                       S  C-3
  counting.reversed_by                                        [cancelled, left_network]               S  C-1
  counting.reversal_takes                                     all_points                              A  C-1
  counting.rows_before_signup                                 ignore                                  A  X-1
  counting.late_evidence                                      pay                                     A  X-2
  counting.bases.charge.sum_of                                [rent, usage, other]                    S  P-21
  counting.bases.charge.above                                 0                                       S  P-21
  counting.bases.rent.sum_of                                  [rent]                                  S  P-22
  counting.bases.rent.above                                   0                                       S  P-22
  counting.bases.activation.without_bill                      yes                                     A  P-19
  clawback.window_months                                      0                                       A  X-3
  # 2. Base commission per product
  products.SECRETARY.counts_on                                charge                                  S  P-4
  products.SECRETARY.points.scale                             marginal                                A  P-4
  products.SECRETARY.points.bands.1.from                      1                                       A  P-4
  products.SECRETARY.points.bands.1.pays                      1.5                                     A  P-4
  products.SECRETARY.points.bands.2.from                      101                                     S  P-4
  products.SECRETARY.points.bands.2.pays                      2                                       S  P-4
  products.SECRETARY.points.bands.3.from                      201                                     S  P-4
  products.SECRETARY.points.bands.3.pays                      2.5                                     A  P-4
  products.INFO_2.counts_on                                   charge                                  S  P-5
  products.INFO_2.points                                      1                                       A  P-5
  products.INFO_4.counts_on                                   charge                                  A  P-21
  products.INFO_4.points.scale                                whole                                   A  P-6
  products.INFO_4.points.by                                   [INFO_4, INFO_6]                        S  P-6
  products.INFO_4.points.not_by                               [UP_2_4, UP_4_6, UP_2_6]                A  P-6
  products.INFO_4.points.bands.1.from                         0                                       S  P-6
  products.INFO_4.points.bands.1.pays                         2                                       S  P-6
  products.INFO_4.points.bands.2.from                         90                                      S  P-6
  products.INFO_4.points.bands.2.pays                         2.5                                     A  P-6
  products.INFO_6.counts_on                                   charge                                  A  P-21
  products.INFO_6.points                                      4                                       S  P-7
  products.UP_2_4.counts_on                                   charge                                  A  P-21
  products.UP_2_4.points                                      1.5                                     A  P-8
  products.UP_4_6.counts_on                                   charge                                  A  P-21
  products.UP_4_6.points                                      1                                       S  P-9
  products.UP_2_6.counts_on                                   charge                                  A  P-21
  products.UP_2_6.points                                      2.5                                     S  P-10
  products.MAIL.counts_on                                     rent                                    S  P-11
  products.MAIL.points                                        4                                       S  P-11
  products.MAIL_TRIAL.counts_on                               activation                              A  P-12
  products.MAIL_TRIAL.points                                  2                                       A  P-12
  products.SMS_3.counts_on                                    rent                                    S  P-13
  products.SMS_3.points                                       1                                       S  P-13
  products.SMS_5.counts_on                                    rent                                    A  P-13
  products.SMS_5.points                                       1.5                                     A  P-14
  products.SMS_6.counts_on                                    rent                                    A  P-13
  products.SMS_6.points                                       1.5                                     A  P-14
  products.SMS_10.counts_on                                   rent                                    A  P-13
  products.SMS_10.points                                      2                                       S  P-15
  products.SMS_15.counts_on                                   rent                                    A  P-13
  products.SMS_15.points                                      3                                       S  P-15
  products.SMS_20.counts_on                                   rent                                    A  P-13
  products.SMS_20.points                                      5                                       S  P-15
  products.BAODIAN.counts_on                                  rent                                    A  P-16
  products.BAODIAN.points                                     10                                      S  P-16
  products.CAI_E.counts_on                                    rent                                    A  P-17
  products.CAI_E.points                                       4                                       S  P-17
  products.PALM_BB.counts_on                                  rent                                    A  P-18
  products.PALM_BB.points                                     10                                      S  P-18
  products.WAP_TRIAL.counts_on                                activation                              A  P-19
  products.WAP_TRIAL.points                                   2                                       S  P-19
  products.RINGTONE.counts_on                                 rent                                    A  P-22
  products.RINGTONE.points                                    1                                       A  P-20
  # 3. Daily target
  daily_target.assessed                                       [present, late, early_leave]            A  X-4
  daily_target.met_by.1                                       at_least                                A  T-1
  daily_target.met_by.1.at_least                              30                                      S  T-1
  daily_target.met_by.2                                       at_least                                S  T-1
  daily_target.met_by.2.at_least                              40                                      S  T-1
  daily_target.met_by.3                                       at_least                                S  T-1
  daily_target.met_by.3.at_least                              60                                      S  T-1
  daily_target.answered_calls                                 [outbound, inbound]                     A  T-1
  daily_target.retention_day.campaign                         retention                               A  T-2
  daily_target.retention_day.share_at_least                   50%                                     A  T-2
  daily_target.allowed_misses.count                           2                                       S  T-2
  daily_target.allowed_misses.on                              retention_days                          A  T-2
  # 3. Base commission
  components.base_commission.amount                           100                                     S  P-2
  components.base_commission.gate.1                           at_least                                A  P-2
  components.base_commission.gate.1.at_least                  1                                       A  P-2
  components.base_commission.gate.2                           at_most                                 A  P-2
  components.base_commission.gate.2.at_most                   0                                       A  T-2
  # Words: 1 point = 1 yuan
  components.product_commission.yuan_per_point                1                                       S  P-3
  # 4. Allowances
  components.team_leader_allowance.roles                      [team_leader]                           S  P-23
  components.team_leader_allowance.amount                     100                                     S  P-23
  components.team_leader_allowance.gate.1                     at_least                                A  X-5
  components.team_leader_allowance.gate.1.at_least            1                                       A  X-5
  components.team_leader_allowance.gate.2                     at_least                                A  P-23
  components.team_leader_allowance.gate.2.at_least            100%                                    A  P-23
  components.phone_subsidy.roles                              [agent, team_leader, duty_manager]      A  P-24
  components.phone_subsidy.amount                             50                                      A  P-24
  components.phone_subsidy.gate.1                             at_least                                A  X-5
  components.phone_subsidy.gate.1.at_least                    1                                       A  X-5
  components.phone_subsidy.gate.2                             at_least                                A  P-24
  components.phone_subsidy.gate.2.at_least                    1                                       A  P-24
  components.phone_subsidy.gate.3                             less_than                               S  P-25
  components.phone_subsidy.gate.3.less_than                   2                                       S  P-25
  # 5. Penalties
  components.forced_activation.class                          disciplinary                            A  X-6
  components.forced_activation.fine.charge.times_points       10                                      S  C-3
  components.forced_activation.fine.charge.points_of          next_unit                               A  C-3
  components.forced_activation.fine.charge.on_top_of_reversal  yes                                     A  C-3
  components.forced_activation.fine.once_per                  signup                                  A  C-3
  components.refund.class                                     loss                                    A  X-6
  components.refund.fine.charge.refund                        billed                                  A  C-3
  components.refund.fine.once_per                             customer_product                        A  C-3
  components.complaint.class                                  disciplinary                            A  X-6
  components.complaint.fine.causes                            [forced_activation, tariff_unexplained]  S  C-4
  components.complaint.fine.charge.amount                     1000                                    S  C-4
  components.complaint.fine.once_per                          signup                                  A  C-4
  components.complaint.fine.on_top_of_forced                  yes                                     A  C-4
  components.typing.class                                     performance                             A  X-6
  components.typing.fine.standard                             60                                      A  S-1
  components.typing.fine.per_unit                             1                                       S  S-1
  components.typing.fine.result_rounded                       down                                    A  S-1
  components.typing.fine.not_taken                            no_fine                                 A  S-1
  components.written.class                                    performance                             A  X-6
  components.written.fine.standard                            60                                      S  S-2
  components.written.fine.per_unit                            1                                       S  S-2
  components.written.fine.result_rounded                      no                                      A  S-2
  components.written.fine.not_taken                           no_fine                                 A  S-2
  components.late.class                                       disciplinary                            A  X-6
  components.late.fine.attendance                             late                                    S  A-2
  components.late.fine.charge.per_occurrence                  0                                       A  A-2
  components.early_leave.class                                disciplinary                            A  X-6
  components.early_leave.fine.attendance                      early_leave                             S  A-2
  components.early_leave.fine.charge.per_occurrence           0                                       A  A-2
  components.absence.class                                    absence                                 A  X-6
  components.absence.fine.attendance                          absence                                 S  A-2
  components.absence.fine.charge.per_occurrence               0                                       A  A-2
  # 6. Score sheet
  score.places                                                2                                       A  S-6
  score.sections.telemarketing.out_of                         50                                      S  S-6
  score.sections.telemarketing.parts.1.scale                  interpolated                            A  S-7
  score.sections.telemarketing.parts.1.points.1.at            0%                                      A  S-7
  score.sections.telemarketing.parts.1.points.1.pays          0                                       A  S-7
  score.sections.telemarketing.parts.1.points.2.at            100%                                    S  S-7
  score.sections.telemarketing.parts.1.points.2.pays          40                                      S  S-7
  score.sections.telemarketing.parts.2.scale                  step                                    A  S-7
  score.sections.telemarketing.parts.2.above                  100%                                    S  S-7
  score.sections.telemarketing.parts.2.each                   1%                                      A  S-7
  score.sections.telemarketing.parts.2.pays                   0.5                                     A  S-7
  score.sections.telemarketing.cap                            45                                      S  S-7
  score.sections.quality.out_of                               50                                      A  S-6
  score.sections.quality.less.no_study_record                 1                                       S  S-3
  score.sections.quality.less.study_record_incomplete         1                                       S  S-4
  score.sections.quality.less.spot_check_failed               1                                       S  S-5
  score.sections.quality.less.point_wrong                     1                                       A  C-6
  score.sections.quality.less.must_say_missed                 2                                       A  C-6
  score.sections.quality.floor                                0                                       A  C-6
  # 7. Grades
  grades.mean_on_edge                                         upper                                   A  G-5
  grades.levels.five_star.name                                五星级营销员                                  A  G-1
  grades.levels.five_star.mean_from                           90                                      S  G-1
  grades.levels.five_star.tenure_months                       2                                       A  G-1
  grades.levels.four_star.name                                四星级营销员                                  A  G-2
  grades.levels.four_star.mean_from                           80                                      S  G-2
  grades.levels.four_star.tenure_months                       2                                       A  G-2
  grades.levels.four_star.quota.at_most                       15%                                     S  G-2
  grades.levels.four_star.quota.of                            agents                                  A  G-2
  grades.levels.four_star.quota.rounded                       down                                    A  G-2
  grades.levels.four_star.points.number                       3                                       S  G-2
  grades.levels.four_star.points.paid                         no                                      A  G-2
  grades.levels.three_star.name                               三星级营销员                                  S  G-3
  grades.levels.three_star.mean_from                          70                                      A  G-3
  grades.levels.three_star.tenure_months                      2                                       S  G-3
  grades.levels.qualified.name                                达标营销员                                   S  G-4
  grades.levels.qualified.mean_from                           60                                      A  G-4
  grades.levels.qualified.tenure_months                       1                                       S  G-6
  # 8. Checks and reports that pay nothing
  checks.do_not_disturb.from_day_after_listing                1                                       A  D-5
  checks.talks.share                                          30%                                     S  D-1
  checks.talks.rounded                                        up                                      A  D-1
  checks.leads.per_day                                        20                                      S  H2-1
  checks.funnel.over_seconds                                  300                                     S  H2-4
  checks.retraining.score_below                               60                                      A  R-5
  checks.trial.months                                         1                                       S  G-6
  checks.absence.unapproved_leave_from_minutes                480                                     A  A-2
  # 9. Net and deductions
  net.negative                                                carry                                   A  X-7
  net.guard.mode                                              report                                  A  X-8
  net.guard.classes                                           [disciplinary, loss, performance]       A  X-8
  net.guard.cap                                               20%                                     A  X-8
`;

const { plan } = load(SHIPPED, 'rules/2025.04.yaml');
const values = valuesOf(plan);

const expected = HANDBOOK.split('\n').flatMap((line) => {
  const [path = '', value = '', mark = '', clause = ''] = line.trim().split(/ {2,}/);
  return path === '' || path.startsWith('#') ? [] : [{ path, value, mark, clause }];
});

describe('the shipped rule file', () => {
  it.each(expected)('$path is $value ($mark, $clause)', ({ path, value, mark, clause }) => {
    const found = values.filter((one) => one.path === path);
    expect(found.map((one) => one.text)).toEqual([value]);
    expect(found[0]?.mark.kind).toBe(mark === 'S' ? 'stated' : 'assumed');
    expect(found[0]?.mark.clause).toBe(clause);
  });

  it('has no value beside those of the handbook', () => {
    expect(values.map((one) => one.path)).toEqual(expected.map((one) => one.path));
  });

  it('gives a reason in both languages for every assumption', () => {
    const silent = values.filter(
      ({ mark }) => mark.kind === 'assumed' && (!mark.because.zh || !mark.because.en),
    );
    expect(silent).toEqual([]);
  });

  it('names the alternatives that the handbook names', () => {
    const alternatives = (path: string): readonly string[] => {
      const mark = values.find((one) => one.path === path)?.mark;
      return mark?.kind === 'assumed' ? mark.alternatives : [];
    };
    expect({
      SECRETARY: alternatives('products.SECRETARY.points.scale'),
      INFO_2: alternatives('products.INFO_2.points'),
      INFO_4: alternatives('products.INFO_4.points.scale'),
      INFO_4_upper: alternatives('products.INFO_4.points.bands.2.pays'),
      UP_2_4: alternatives('products.UP_2_4.points'),
      MAIL_TRIAL: alternatives('products.MAIL_TRIAL.points'),
      SMS_5: alternatives('products.SMS_5.points'),
      SMS_6: alternatives('products.SMS_6.points'),
      misses: alternatives('daily_target.allowed_misses.on'),
      complaint: alternatives('components.complaint.fine.on_top_of_forced'),
      negative: alternatives('net.negative'),
      three_star: alternatives('grades.levels.three_star.mean_from'),
      qualified: alternatives('grades.levels.qualified.mean_from'),
    }).toEqual({
      SECRETARY: ['whole'],
      INFO_2: ['0.5', '1.5'],
      INFO_4: ['marginal'],
      INFO_4_upper: ['3'],
      UP_2_4: ['1'],
      MAIL_TRIAL: ['0'],
      SMS_5: ['1'],
      SMS_6: ['1'],
      misses: ['any_day'],
      complaint: ['no'],
      negative: ['report'],
      three_star: ['90'],
      qualified: ['80'],
    });
  });

  it('reads percentages as parts of one', () => {
    const { retention_day: day } = plan.daily_target ?? {};
    expect(day && formatShort(day.share_at_least.value)).toBe('0.5');
    expect(plan.net.guard?.cap && formatShort(plan.net.guard.cap.value)).toBe('0.2');
  });
});
