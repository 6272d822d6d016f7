/** Sign-ups of May and June that show a case, each with its bills. */
import { bill } from '../department/bills.js';
import type { NumberedSale } from '../department/sales.js';
import { caseSale as sale } from './case-rows.js';

const M = '2025-05';
const J = '2025-06';

export const MAY_CASE_SALES: readonly NumberedSale[] = [
  // Late evidence (section 1): April's sign-up of the same customer and product is not paid beside this one.
  sale('S2505900001', '0314', '2025-05-12 10:00:00', 39, 'INFO_4', 'counted', [bill(M, 'rent', '4.00')]),
  // C-3 and C-4 on one sign-up, with usage in the refund.
  sale('S2505900002', '0111', '2025-05-13 10:00:00', 52, 'PALM_BB', 'forced', [
    bill(M, 'rent', '20.00'),
    bill(M, 'usage', '12.35'),
  ]),
  // Section 1: contested within a team.
  sale('S2505900003', '0407', '2025-05-14 10:00:00', 53, 'CAI_E', 'counted', [bill(M, 'rent', '8.00')]),
  sale('S2505900004', '0408', '2025-05-14 16:00:00', 53, 'CAI_E', 'duplicate', []),
  // Late evidence in June's extract for someone who leaves on 16 May.
  sale(
    'S2505900005',
    '0315',
    '2025-05-15 10:00:00',
    55,
    'SMS_20',
    'no_billing',
    [],
    [bill(J, 'rent', '20.00')],
  ),
];

export const JUNE_CASE_SALES: readonly NumberedSale[] = [
  // Section 1: three of one customer and product; only the first is judged.
  sale('S2506900001', '0408', '2025-06-09 10:00:00', 61, 'INFO_6', 'counted', [bill(J, 'rent', '6.00')]),
  sale('S2506900002', '0407', '2025-06-10 10:00:00', 61, 'INFO_6', 'duplicate', []),
  sale('S2506900003', '0408', '2025-06-11 10:00:00', 61, 'INFO_6', 'duplicate', []),
  // C-3 with the refund still owed, said so outright.
  sale('S2506900004', '0111', '2025-06-12 10:00:00', 64, 'SMS_15', 'forced', [bill(J, 'rent', '15.00')]),
];
