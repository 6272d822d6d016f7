/** Tests, contact attempts and talks of April that show a case, in place of the agent's everyday ones. */
import type { Row } from '../exports/columns.js';

const test = (agent_id: string, date: string, test: 'typing' | 'written', result: string): Row<'tests'> => {
  return { agent_id, date, test, result };
};

const CASE_TESTS: readonly Row<'tests'>[] = [
  // S-1, S-2 (worked example 6): below, with decimals.
  test('0103', '2025-04-10', 'typing', '52.9'),
  test('0103', '2025-04-10', 'written', '57.5'),
  // At the edge: 59.99 is 59 characters and 0.01 points short; 60; a little above.
  test('0104', '2025-04-10', 'typing', '59.99'),
  test('0104', '2025-04-10', 'written', '60'),
  test('0105', '2025-04-10', 'typing', '60'),
  test('0105', '2025-04-10', 'written', '59.99'),
  test('0106', '2025-04-10', 'typing', '60.01'),
  test('0106', '2025-04-10', 'written', '60.5'),
  // Several in a month, listed out of order: the last by date counts.
  test('0107', '2025-04-21', 'typing', '61'),
  test('0107', '2025-04-08', 'typing', '50'),
  test('0107', '2025-04-21', 'written', '59.5'),
  test('0107', '2025-04-08', 'written', '80'),
  // 0108 takes none.
];

const contact = (agent_id: string, at: string, reached: 'yes' | 'no'): Row<'contacts'> => ({
  agent_id,
  at,
  reached,
});

const CASE_CONTACTS: readonly Row<'contacts'>[] = [
  // P-25 (worked example 7): a reached attempt resets the run, and then two in a row fail.
  contact('0103', '2025-04-08 19:10:00', 'no'),
  contact('0103', '2025-04-09 19:10:00', 'yes'),
  contact('0103', '2025-04-15 20:10:00', 'no'),
  contact('0103', '2025-04-15 20:40:00', 'no'),
  // Two failed ones that are not consecutive.
  contact('0104', '2025-04-08 19:20:00', 'no'),
  contact('0104', '2025-04-10 19:20:00', 'yes'),
  contact('0104', '2025-04-16 19:20:00', 'no'),
  // 0105 has a phone and no attempt; 0106 has no phone.
  contact('0106', '2025-04-16 19:30:00', 'no'),
  contact('0106', '2025-04-17 19:30:00', 'no'),
  // Two in a row, two weeks apart, listed out of order.
  contact('0107', '2025-04-25 19:40:00', 'no'),
  contact('0107', '2025-04-11 19:40:00', 'no'),
];

const talk = (agent_id: string, date: string): Row<'talks'> => ({ manager_id: '0301', agent_id, date });

/** D-1: four people where five are wanted; one of them twice. */
const CASE_TALKS: readonly Row<'talks'>[] = [
  talk('0302', '2025-04-08'),
  talk('0305', '2025-04-10'),
  talk('0305', '2025-04-17'),
  talk('0308', '2025-04-22'),
  talk('0311', '2025-04-24'),
];

const SHOWN = ['0103', '0104', '0105', '0106', '0107', '0108'];

/** `everyday` rows of April, with the case rows for those agents who show a case. */
export const withCaseTests = (everyday: readonly Row<'tests'>[]): Row<'tests'>[] => [
  ...CASE_TESTS,
  ...everyday.filter(({ agent_id }) => !SHOWN.includes(agent_id)),
];

export const withCaseContacts = (everyday: readonly Row<'contacts'>[]): Row<'contacts'>[] => [
  ...CASE_CONTACTS,
  ...everyday.filter(({ agent_id }) => !SHOWN.includes(agent_id)),
];

export const withCaseTalks = (everyday: readonly Row<'talks'>[]): Row<'talks'>[] => [
  ...CASE_TALKS,
  ...everyday.filter(({ manager_id }) => manager_id !== '0301'),
];
