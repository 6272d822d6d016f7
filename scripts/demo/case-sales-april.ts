/** April's sign-ups that show a case, each with its bills. Their ids end in 9xxxxx; customers are the cases' own. */
import { bill, cancelled, leftNetwork } from '../department/bills.js';
import type { NumberedSale } from '../department/sales.js';
import { caseSale as sale } from './case-rows.js';

const A = '2025-04';
const M = '2025-05';

export const APRIL_CASE_SALES: readonly NumberedSale[] = [
  // C-3: forced, at the rate of the 101st SECRETARY and of the INFO_4 that would lift the basis to 90.
  sale('S2504900001', '0103', '2025-04-16 10:12:00', 1, 'SECRETARY', 'forced', [bill(A, 'rent', '3.00')]),
  sale('S2504900002', '0206', '2025-04-17 15:20:00', 2, 'INFO_4', 'forced', [bill(A, 'rent', '4.00')]),
  // C-3: refunded already; named by two incidents; itself and its duplicate forced.
  sale('S2504900003', '0208', '2025-04-15 11:05:00', 3, 'BAODIAN', 'forced', [bill(A, 'rent', '48.00')]),
  sale('S2504900004', '0209', '2025-04-14 09:40:00', 4, 'MAIL', 'forced', [
    bill(A, 'rent', '5.00'),
    bill(A, 'usage', '0.50'),
  ]),
  sale('S2504900005', '0210', '2025-04-09 10:00:00', 5, 'CAI_E', 'forced', [bill(A, 'rent', '8.00')]),
  sale('S2504900006', '0210', '2025-04-18 14:00:00', 5, 'CAI_E', 'duplicate', []),
  // C-3: what was billed comes to less than nothing, or nothing was billed.
  sale('S2504900007', '0303', '2025-04-10 10:30:00', 7, 'INFO_2', 'forced', [
    bill(A, 'rent', '2.00'),
    bill(A, 'other', '-3.50'),
  ]),
  sale('S2504900008', '0303', '2025-04-11 16:00:00', 8, 'SMS_10', 'forced', []),
  // C-3: not upheld; pending in April and upheld in May.
  sale('S2504900009', '0304', '2025-04-09 13:00:00', 9, 'RINGTONE', 'counted', [bill(A, 'rent', '5.00')]),
  sale('S2504900010', '0304', '2025-04-10 13:30:00', 10, 'SMS_5', 'counted', [bill(A, 'rent', '5.00')]),

  // Section 1, duplicate: of the agent's own, contested, in the same second (the ids decide, as text).
  sale('S2504900011', '0113', '2025-04-08 09:45:00', 11, 'INFO_6', 'counted', [bill(A, 'rent', '6.00')]),
  sale('S2504900012', '0113', '2025-04-22 09:45:00', 11, 'INFO_6', 'duplicate', []),
  sale('S2504900013', '0113', '2025-04-10 10:10:00', 13, 'UP_2_4', 'counted', [bill(A, 'rent', '4.00')]),
  sale('S2504900014', '0114', '2025-04-11 10:10:00', 13, 'UP_2_4', 'duplicate', []),
  sale('B2504-9', '0113', '2025-04-17 11:11:11', 15, 'SMS_15', 'duplicate', []),
  sale('B2504-10', '0114', '2025-04-17 11:11:11', 15, 'SMS_15', 'counted', [bill(A, 'rent', '15.00')]),
  // Section 1: the first alone is judged; it is cancelled, and the second does not step up.
  sale('S2504900017', '0113', '2025-04-07 15:00:00', 17, 'SMS_20', 'reversed', [
    cancelled(A, '0.00', '2025-04-12'),
  ]),
  sale('S2504900018', '0113', '2025-04-21 15:00:00', 17, 'SMS_20', 'duplicate', []),

  // Section 1, reversed: left the network though billed; cancelled on the day of the sign-up.
  sale('S2504900021', '0114', '2025-04-08 10:20:00', 21, 'MAIL', 'reversed', [
    bill(A, 'rent', '5.00'),
    leftNetwork(A, '0.00'),
  ]),
  sale('S2504900022', '0114', '2025-04-09 10:20:00', 22, 'INFO_2', 'reversed', [
    cancelled(A, '2.00', '2025-04-09'),
  ]),
  // Section 1: a cancellation before the sign-up's day and a bill of an earlier month prove nothing.
  sale('S2504900023', '0114', '2025-04-10 10:20:00', 23, 'INFO_2', 'counted', [
    cancelled(A, '0.00', '2025-04-03'),
    bill(A, 'rent', '2.00'),
  ]),
  sale('S2504900024', '0114', '2025-04-11 11:20:00', 24, 'INFO_6', 'no_billing', [
    bill('2025-03', 'rent', '6.00'),
  ]),
  // Section 1, charge: amounts that sum to zero, one fen. Rent: usage alone is none.
  sale('S2504900025', '0114', '2025-04-14 10:20:00', 25, 'INFO_4', 'unbilled', [
    bill(A, 'rent', '4.00'),
    bill(A, 'other', '-4.00'),
  ]),
  sale('S2504900026', '0114', '2025-04-15 10:20:00', 26, 'SECRETARY', 'counted', [bill(A, 'usage', '0.01')]),
  sale('S2504900027', '0114', '2025-04-16 10:20:00', 27, 'SMS_3', 'unbilled', [bill(A, 'usage', '1.20')]),
  // Section 1, activation: counts without a bill, unless it is cancelled.
  sale('S2504900028', '0114', '2025-04-17 10:20:00', 28, 'WAP_TRIAL', 'counted', []),
  sale('S2504900029', '0114', '2025-04-18 10:20:00', 29, 'MAIL_TRIAL', 'reversed', [
    cancelled(A, '0.00', '2025-04-25'),
  ]),
  // Section 1: no bill at all; a bill of the month after is in time.
  sale('S2504900030', '0114', '2025-04-21 10:20:00', 30, 'PALM_BB', 'no_billing', []),
  sale('S2504900031', '0114', '2025-04-22 10:20:00', 31, 'RINGTONE', 'counted', [bill(M, 'rent', '5.00')]),

  // C-4: complaints about these.
  sale('S2504900032', '0108', '2025-04-09 14:00:00', 32, 'SMS_6', 'counted', [bill(A, 'rent', '6.00')]),
  sale('S2504900033', '0109', '2025-04-10 14:00:00', 33, 'INFO_2', 'counted', [bill(A, 'rent', '2.00')]),
  sale('S2504900034', '0109', '2025-04-11 14:00:00', 34, 'RINGTONE', 'counted', [bill(A, 'rent', '5.00')]),

  // Late evidence (section 1): lifts INFO_4's basis from 89 to 90; is the 201st SECRETARY; of leavers.
  sale(
    'S2504900035',
    '0204',
    '2025-04-24 10:00:00',
    35,
    'INFO_6',
    'no_billing',
    [],
    [bill(M, 'rent', '6.00')],
  ),
  sale(
    'S2504900036',
    '0105',
    '2025-04-25 10:00:00',
    36,
    'SECRETARY',
    'unbilled',
    [bill(A, 'rent', '0.00')],
    [bill(M, 'rent', '3.00')],
  ),
  sale('S2504900037', '0413', '2025-04-14 10:00:00', 37, 'MAIL', 'no_billing', [], [bill(M, 'rent', '5.00')]),
  sale(
    'S2504900038',
    '0414',
    '2025-04-22 10:00:00',
    38,
    'SMS_10',
    'no_billing',
    [],
    [bill(M, 'rent', '10.00')],
  ),
  // Late evidence that pays nothing: signed up again in May; named as forced in May; cancelled in May's extract.
  sale('S2504900039', '0314', '2025-04-15 15:00:00', 39, 'INFO_4', 'no_billing', []),
  sale(
    'S2504900040',
    '0313',
    '2025-04-16 15:00:00',
    40,
    'RINGTONE',
    'no_billing',
    [],
    [bill(M, 'rent', '5.00')],
  ),
  sale(
    'S2504900042',
    '0207',
    '2025-04-18 15:00:00',
    42,
    'INFO_2',
    'no_billing',
    [],
    [cancelled(M, '2.00', '2025-05-14')],
  ),
  // Late evidence for a charge: unbilled in April, usage in May.
  sale(
    'S2504900041',
    '0207',
    '2025-04-17 15:00:00',
    41,
    'INFO_2',
    'unbilled',
    [bill(A, 'rent', '0.00')],
    [bill(M, 'usage', '0.30')],
  ),

  // Later cancellation (section 1): counted in April, cancelled in May's extract.
  sale(
    'S2504900043',
    '0312',
    '2025-04-18 16:00:00',
    43,
    'CAI_E',
    'counted',
    [bill(A, 'rent', '8.00')],
    [cancelled(M, '8.00', '2025-05-14')],
  ),
  // C-3 about a closed month: paid in April and named in May; named in June.
  sale('S2504900044', '0312', '2025-04-21 16:00:00', 44, 'SECRETARY', 'counted', [
    bill(A, 'rent', '3.00'),
    bill(A, 'usage', '0.40'),
  ]),
  sale('S2504900045', '0111', '2025-04-22 16:00:00', 45, 'INFO_6', 'counted', [bill(A, 'rent', '6.00')]),
  // C-4 on someone who leaves on 18 April with debt, and again after leaving.
  sale('S2504900046', '0413', '2025-04-10 11:00:00', 46, 'INFO_4', 'counted', [bill(A, 'rent', '4.00')]),
  sale('S2504900047', '0413', '2025-04-11 11:00:00', 47, 'INFO_2', 'counted', [bill(A, 'rent', '2.00')]),
];
