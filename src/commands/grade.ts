/** `telepay grade`: the grades of a quarter, on the scores of its closed months. */
import { join } from 'node:path';
import type { Language } from '../base/localized.js';
import { lastDay, monthsOfQuarter } from '../base/period.js';
import { problem } from '../base/problem.js';
import { ProblemLog } from '../base/problem-log.js';
import { gradeQuarter } from '../calc/grade.js';
import { LEDGER_PROBLEMS } from '../problems/ledger.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import { gradesCsv, gradesData, gradesText } from '../report/grades.js';
import { WorkspaceFault } from '../workspace/fault.js';
import { privateFolder } from '../workspace/files.js';
import { asOnlyWriter, replaceFolder } from '../workspace/folder.js';
import { outRoot, type Workspace } from '../workspace/workspace.js';
import { chainOf, pastLeftBy } from './closed-months.js';
import { type CommandResult, refusal } from './outcome.js';

export interface GradeRequest {
  readonly workspace: Workspace;
  /** `YYYY-Qn` */
  readonly quarter: string;
  readonly language: { readonly messages: Language; readonly files: Language };
}

const GRADES_FILE = 'grades.csv';

export async function grade({ workspace, quarter, language }: GradeRequest): Promise<CommandResult> {
  const { messages } = language;
  const wanted = monthsOfQuarter(quarter);
  if (!wanted) {
    throw new WorkspaceFault(
      problem(WORKSPACE_PROBLEMS.not_a_quarter, { file: quarter }, { given: quarter }),
    );
  }
  const log = new ProblemLog();
  const past = pastLeftBy(chainOf(workspace, log), log);
  const months = past.months.filter(({ month }) => wanted.includes(month));
  const last = months.at(-1);
  if (!last) {
    if (!log.hasErrors) log.add(problem(LEDGER_PROBLEMS.nothing_closed, { file: 'ledger' }, { quarter }));
    return refusal(log.sorted(), messages, [], { quarter });
  }
  const graded = gradeQuarter(last.plans, months, lastDay(wanted[2]));
  if (months.length < wanted.length) {
    log.add(
      problem(LEDGER_PROBLEMS.quarter_incomplete, { file: 'ledger' }, { quarter, closed: months.length }),
    );
  }
  for (const { agent_id, months: scored } of graded) {
    if (scored === wanted.length) continue;
    log.add(problem(LEDGER_PROBLEMS.few_scores, { file: 'ledger' }, { agent: agent_id, months: scored }));
  }
  const folder = join(outRoot(workspace), quarter);
  privateFolder(outRoot(workspace));
  await asOnlyWriter(folder, () => {
    replaceFolder(folder, new Map([[GRADES_FILE, gradesCsv(graded, language.files)]]));
  });
  return {
    text: gradesText(quarter, graded, last.plans, messages),
    data: { quarter, grades: gradesData(graded) },
    problems: log.sorted(),
    notices: [folder],
    refused: false,
  };
}
