/** What can be wrong with the ledger. */
import { CLOSED_MONTH_PROBLEMS } from './ledger/closed-months.js';
import { GRADE_PROBLEMS } from './ledger/grades.js';
import { SEAL_PROBLEMS } from './ledger/seals.js';

export const LEDGER_PROBLEMS = { ...SEAL_PROBLEMS, ...CLOSED_MONTH_PROBLEMS, ...GRADE_PROBLEMS };
