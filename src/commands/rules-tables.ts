/** `telepay rules tables`: the rates of a rule file out to a spreadsheet, and back as a change to be looked at. */
import { LANGUAGES, type Language } from '../base/localized.js';
import { type Place, type Problem, problem } from '../base/problem.js';
import { ProblemLog } from '../base/problem-log.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import { problemListing } from '../report/problem-listing.js';
import { writtenText } from '../report/rule-change-text.js';
import { leftOutText, type RateRow, rateRows, ratesCsv, stateOf } from '../report/rate-tables.js';
import { rateWorkbook } from '../report/rate-workbook.js';
import { locatedIn } from '../rules/edit.js';
import type { LoadedPlan } from '../rules/load.js';
import { rateCells } from '../rules/rate-cells.js';
import { setValues } from '../rules/set-value.js';
import { type Expected, TableBack, type TableChange } from '../rules/table-back.js';
import { WorkspaceFault } from '../workspace/fault.js';
import { writeNew } from '../workspace/files.js';
import type { Workspace } from '../workspace/workspace.js';
import { writeWorkbook } from '../xlsx/write.js';
import { type ChangeRequest, changeValues } from './change-rules.js';
import { type CommandResult, NOTHING, problemsData, refusal } from './outcome.js';
import { readRateTable } from './rate-table-rows.js';
import { loadRules, pathOfRules, type RulesPath } from './rules-to-change.js';

export interface TablesRequest {
  /** Path or version of the rule file. */
  readonly given: string;
  readonly workspace: Workspace | undefined;
  /** A new file, `.csv` or `.xlsx`. */
  readonly out: string;
  readonly language: Language;
}

/** Writes every value of a rule file that can be changed, one a row. */
export async function writeTables({
  given,
  workspace,
  out,
  language,
}: TablesRequest): Promise<CommandResult> {
  const rules = loadRules(pathOfRules(given, workspace));
  if ('problems' in rules) return refusal(rules.problems, language);
  const rows = rateRows(rules, language);
  writeNew(out, await contentOf(rules, rows, out, language));
  const data = {
    file: rules.file,
    version: rules.plan.version,
    sha256: rules.sha256,
    out,
    rows: rows.length,
  };
  return { ...NOTHING, text: writtenText(out, language), data };
}

async function contentOf(
  rules: LoadedPlan,
  rows: readonly RateRow[],
  out: string,
  language: Language,
): Promise<string | Uint8Array> {
  if (/\.csv$/i.test(out)) return ratesCsv(rows, language);
  if (/\.xlsx$/i.test(out)) return writeWorkbook(rules.plan.title[language], rateWorkbook(rules, language));
  const what = {
    en: `${out} is neither .csv nor .xlsx, which say how the table is written`,
    zh: `${out} 既不是 .csv 也不是 .xlsx，无从得知写成哪种表`,
  };
  const command = 'telepay rules tables';
  throw new WorkspaceFault(problem(WORKSPACE_PROBLEMS.usage, { file: command }, { what, command }));
}

/** Takes a table back: what differs is shown, asked for and written as `rules set` would. */
export async function changeByTable(request: ChangeRequest, from: string): Promise<CommandResult> {
  const { language, workspace } = request;
  const named = pathOfRules(request.given, workspace);
  const rules = loadRules(named);
  if ('problems' in rules) return refusal(rules.problems, language);
  const log = new ProblemLog();
  const table = new TableBack(expectedOf(rules), stateOf(rules));
  await readRateTable(from, log, (row, teller) => {
    table.row(row, teller);
  });
  table.end(log);
  if (log.hasErrors) return refusal(log.sorted(), language);
  const { changes, leftOut } = table;
  const refused = refusedBy(rules, changes);
  if (refused.length > 0) return refusal([...log.sorted(), ...refused], language);
  return looked(request, named, rules, { from, changes, leftOut, warnings: log.sorted() });
}

interface TableRead {
  readonly from: string;
  readonly changes: readonly TableChange[];
  readonly leftOut: number;
  readonly warnings: readonly Problem[];
}

/** The changes of a sound table, shown together with what is to be known of the table itself. */
async function looked(
  request: ChangeRequest,
  named: RulesPath,
  rules: LoadedPlan,
  { from, changes, leftOut, warnings }: TableRead,
): Promise<CommandResult> {
  const { language } = request;
  const notices = leftOut > 0 ? [leftOutText(leftOut, language)] : [];
  const shown: string[] = [];
  const confirm = (plan: string): Promise<boolean> => {
    shown.push(plan);
    const listing = warnings.length > 0 ? [problemListing(warnings, language)] : [];
    return request.confirm([...listing, ...notices, plan].join('\n'));
  };
  const result = await changeValues({ ...request, confirm }, named, rules, changes);
  const told = problemsData(warnings, language);
  const data = { ...result.data, table: from, left_out: leftOut, warnings: told };
  if (shown.length > 0) return { ...result, data };
  const problems = [...warnings, ...result.problems];
  return { ...result, data, problems, notices: [...notices, ...result.notices] };
}

/** What the table says of each value, in whichever language it was written. */
export function expectedOf(rules: LoadedPlan): ReadonlyMap<string, Expected> {
  const written = LANGUAGES.map(
    (language) => new Map(rateRows(rules, language).map((row) => [row.path, row])),
  );
  const closed = (path: string, column: 'item' | 'what' | 'mark'): string[] =>
    written.map((rows) => rows.get(path)?.[column] ?? '');
  return new Map(
    rateCells(rules).map((cell) => {
      const at = (column: 'item' | 'what' | 'mark'): string[] => closed(cell.path, column);
      return [cell.path, { cell, closed: { item: at('item'), what: at('what'), mark: at('mark') } }];
    }),
  );
}

/** What the rules have against the new values, each at the cell of the table that says so. */
function refusedBy(rules: LoadedPlan, changes: readonly TableChange[]): Problem[] {
  const found = setValues(rules, changes);
  if (!('problems' in found)) return [];
  const { problems, draft } = found;
  return problems.map((one) => {
    const cell = changes.find(({ path }) => {
      const located = draft && locatedIn(draft, path);
      if (!located || 'code' in located) return false;
      const { line, column } = located.node.at;
      return line === one.place.line && column === one.place.column;
    });
    return cell ? placedAt(one, cell.at) : one;
  });
}

/** The line that it stood on is one of the rule file. */
function placedAt({ code, severity, value, explain }: Problem, place: Place): Problem {
  return { code, severity, place, explain, ...(value === undefined ? {} : { value }) };
}
