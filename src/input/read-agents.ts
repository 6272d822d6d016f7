/** Reads agents.csv, which the other files are held against. */
import type { Family } from './family.js';
import type { FamilyReader, FamilyRows } from './family-reader.js';
import type { KnownAgents } from './known-agents.js';
import type { AgentRow } from './records.js';
import type { WordsOfPeople } from './plan-words.js';
import { checkAgentRow } from './row-checks.js';

/** The people of agents.csv, whom `agents` knows from then on. */
export async function readAgents(
  reader: FamilyReader,
  family: Family<AgentRow>,
  agents: KnownAgents,
  words: WordsOfPeople,
): Promise<FamilyRows<AgentRow>> {
  const rows = await reader.rows(family, (row, report) => {
    agents.see(row);
    checkAgentRow(row, report);
    words.checkPerson(row, report);
  });
  for (const agent of rows.all) agents.add(agent);
  agents.end(rows.rows, rows.whole);
  return rows;
}
