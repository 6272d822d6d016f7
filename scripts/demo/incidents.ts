/** Incidents that show a case. Their ids end in 9xx. */
import type { IncidentRow } from '../department/conduct.js';

type Told = Partial<
  Pick<IncidentRow, 'cause' | 'signup_id' | 'upheld' | 'occurred_on' | 'refunded' | 'note'>
>;

function incident(
  incident_id: string,
  agent_id: string,
  date: string,
  kind: string,
  told: Told = {},
): IncidentRow {
  return {
    incident_id,
    agent_id,
    date,
    kind,
    cause: '',
    signup_id: '',
    upheld: 'yes',
    occurred_on: '',
    refunded: '',
    note: '',
    ...told,
  };
}

const forced = (
  id: string,
  agent_id: string,
  date: string,
  signup_id: string,
  told: Told = {},
): IncidentRow => incident(id, agent_id, date, 'forced_activation', { signup_id, ...told });

const complaint = (id: string, agent_id: string, date: string, told: Told): IncidentRow =>
  incident(id, agent_id, date, 'complaint', told);

const APRIL: readonly IncidentRow[] = [
  // C-3 and C-4 on one sign-up (worked example 3).
  forced('E2504901', '0103', '2025-04-23', 'S2504900001', {
    occurred_on: '2025-04-16',
    note: '用户称未同意开通',
  }),
  complaint('E2504902', '0103', '2025-04-24', {
    cause: 'forced_activation',
    signup_id: 'S2504900001',
    note: '同一用户投诉',
  }),
  // C-3: the rate at the edge of INFO_4; refunded; twice on one; on a duplicate and its first.
  forced('E2504903', '0206', '2025-04-24', 'S2504900002'),
  forced('E2504904', '0208', '2025-04-22', 'S2504900003', { refunded: 'yes', note: '已当场退费' }),
  forced('E2504905', '0209', '2025-04-21', 'S2504900004'),
  forced('E2504906', '0209', '2025-04-28', 'S2504900004', { note: '质检重复登记' }),
  forced('E2504907', '0210', '2025-04-25', 'S2504900005'),
  forced('E2504908', '0210', '2025-04-25', 'S2504900006'),
  // C-3: nothing to refund, as the bills come to less than nothing or there are none.
  forced('E2504909', '0303', '2025-04-18', 'S2504900007'),
  forced('E2504910', '0303', '2025-04-18', 'S2504900008'),
  // C-3: only upheld ones count.
  forced('E2504911', '0304', '2025-04-17', 'S2504900009', { upheld: 'no', note: '录音核实用户同意' }),
  forced('E2504912', '0304', '2025-04-30', 'S2504900010', { upheld: 'pending', note: '录音调取中' }),
  // C-4: tariff not explained; twice on one sign-up; another cause; without a sign-up, two cases of their own.
  complaint('E2504913', '0108', '2025-04-17', { cause: 'tariff_unexplained', signup_id: 'S2504900032' }),
  complaint('E2504914', '0109', '2025-04-17', { cause: 'tariff_unexplained', signup_id: 'S2504900033' }),
  complaint('E2504915', '0109', '2025-04-25', { cause: 'forced_activation', signup_id: 'S2504900033' }),
  complaint('E2504916', '0109', '2025-04-25', {
    cause: 'other',
    signup_id: 'S2504900034',
    note: '对语气不满',
  }),
  complaint('E2504917', '0110', '2025-04-16', { cause: 'forced_activation', note: '来电号码未留' }),
  complaint('E2504918', '0110', '2025-04-16', { cause: 'tariff_unexplained', note: '来电号码未留' }),
  complaint('E2504919', '0110', '2025-04-23', { cause: 'tariff_unexplained', upheld: 'no' }),
  complaint('E2504920', '0110', '2025-04-29', { cause: 'forced_activation', upheld: 'pending' }),
  // Section 9: a fine on someone who leaves two days later.
  complaint('E2504921', '0413', '2025-04-16', { cause: 'tariff_unexplained', signup_id: 'S2504900046' }),
  // C-6 (worked example 4): two spot checks and a must-say point.
  incident('E2504922', '0305', '2025-04-10', 'spot_check_failed'),
  incident('E2504923', '0305', '2025-04-17', 'spot_check_failed'),
  incident('E2504924', '0305', '2025-04-24', 'must_say_missed'),
  // S-3 to S-5, C-6: every kind that deducts, and one that is not upheld.
  incident('E2504925', '0311', '2025-04-08', 'no_study_record'),
  incident('E2504926', '0311', '2025-04-09', 'study_record_incomplete'),
  incident('E2504927', '0311', '2025-04-10', 'spot_check_failed'),
  incident('E2504928', '0311', '2025-04-11', 'must_say_missed'),
  incident('E2504929', '0311', '2025-04-14', 'point_wrong'),
  incident('E2504930', '0311', '2025-04-15', 'point_wrong', { upheld: 'no' }),
];

/** C-6: 26 must-say points at 2 each would take 52 of the 50. */
const DOWN_TO_THE_FLOOR = Array.from({ length: 26 }, (_, index) =>
  incident(`E25059${50 + index}`, '0311', index < 13 ? '2025-05-14' : '2025-05-21', 'must_say_missed'),
);

const MAY: readonly IncidentRow[] = [
  // C-3 about a closed month: pending in April; paid in April; never paid, though May's extract bills it.
  forced('E2505901', '0304', '2025-05-08', 'S2504900010', { occurred_on: '2025-04-10', note: '录音核实' }),
  forced('E2505902', '0312', '2025-05-15', 'S2504900044', { note: '上月受理' }),
  forced('E2505903', '0313', '2025-05-16', 'S2504900040', { note: '上月受理,未出账' }),
  // C-4: fined in April already; a further case of 0108, whose debt grows.
  complaint('E2505904', '0109', '2025-05-13', { cause: 'tariff_unexplained', signup_id: 'S2504900033' }),
  complaint('E2505905', '0108', '2025-05-20', { cause: 'tariff_unexplained' }),
  // Dated after left_on, and the agent is gone from the file.
  complaint('E2505906', '0413', '2025-05-12', { cause: 'tariff_unexplained', signup_id: 'S2504900047' }),
  forced('E2505907', '0111', '2025-05-22', 'S2505900002', { refunded: 'no' }),
  complaint('E2505908', '0111', '2025-05-23', { cause: 'forced_activation', signup_id: 'S2505900002' }),
  ...DOWN_TO_THE_FLOOR,
];

const JUNE: readonly IncidentRow[] = [
  // C-3 about months closed two months ago: paid in April; paid late, in May.
  forced('E2506901', '0111', '2025-06-10', 'S2504900045'),
  forced('E2506902', '0204', '2025-06-11', 'S2504900035'),
  forced('E2506903', '0111', '2025-06-19', 'S2506900004', { refunded: 'no' }),
  complaint('E2506904', '0407', '2025-06-20', { cause: 'other', upheld: 'pending' }),
];

export const CASE_INCIDENTS: Readonly<Record<string, readonly IncidentRow[]>> = {
  '2025-04': APRIL,
  '2025-05': MAY,
  '2025-06': JUNE,
};
