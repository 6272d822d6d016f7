/** `telepay export`: a closed month as the file of a payroll system or bank, known to the chain. */
import { relative } from 'node:path';
import { formatMoney } from '../base/exact.js';
import { problem } from '../base/problem.js';
import { ProblemLog } from '../base/problem-log.js';
import type { Month } from '../base/period.js';
import { nearest } from '../input/near.js';
import { type Entry, entriesOf, type EntryOf, headOf, type Seal } from '../ledger/chain.js';
import { sha256 } from '../ledger/manifest.js';
import { believing } from '../ledger/sealed-file.js';
import { PAYROLL_PROBLEMS } from '../problems/payroll.js';
import { exportData, exportText } from '../report/export-text.js';
import type { NamedTemplate } from '../report/payroll-columns.js';
import { type PayrollFile, payrollFile } from '../report/payroll-file.js';
import type { PayrollMonth } from '../report/payroll-rows.js';
import { shippedTemplates } from '../report/shipped-templates.js';
import type { Workspace } from '../workspace/workspace.js';
import { approvalProblems } from './approval.js';
import { chainOf, sealOf } from './closed-months.js';
import { computeMonth, isSound } from './compute-month.js';
import { type PaymentFile, paymentFileName, writingPayments } from './export-folder.js';
import { type LedgerWriter, writingLedger } from './ledger-writing.js';
import { type CommandResult, type Languages, refusal } from './outcome.js';
import { computedMonth, sealedMonth } from './payroll-month.js';

export interface ExportRequest {
  readonly workspace: Workspace;
  readonly month: Month;
  readonly template: string;
  /** A file to look at, of an open month too, which is not recorded. */
  readonly draft: boolean;
  readonly by: string;
  /** By this machine's clock. */
  readonly at: string;
  /** Where to write in place of out/MONTH-export. */
  readonly out: string | undefined;
  readonly language: Languages;
  readonly program: string;
}

export async function exportPayroll(request: ExportRequest): Promise<CommandResult> {
  const named = templateOf(request);
  if (!('template' in named)) return refusal([named], request.language.messages);
  if (request.draft) return exportDraft(request, named);
  return writingLedger(request.workspace, (writer) => exportSealed(request, named, writer));
}

/** The template of this name: one of telepay.yaml, else one that ships. */
function templateOf({ workspace, template: name, language }: ExportRequest) {
  const templates = new Map([...shippedTemplates(language.files), ...workspace.settings.templates]);
  const template = templates.get(name);
  if (template) return { name, template };
  const known = [...templates.keys()];
  const params = { name, known, near: nearest(name, known) };
  return problem(PAYROLL_PROBLEMS.unknown_template, { file: 'telepay.yaml' }, params, { value: name });
}

async function exportSealed(
  request: ExportRequest,
  named: NamedTemplate,
  writer: LedgerWriter,
): Promise<CommandResult> {
  const { workspace, month, language } = request;
  const log = new ProblemLog();
  const entries = chainOf(workspace, log);
  const seal = closedMonth(entries, month);
  if (!seal && !log.hasErrors) {
    log.add(problem(PAYROLL_PROBLEMS.not_closed, { file: `months/${month}` }, { month }));
  }
  if (seal) log.addAll(approvalsLacking(workspace, entries, seal));
  if (!seal || log.hasErrors) return refusal(log.sorted(), language.messages, [], { month });
  const reading = believing(() => payrollFile(named, sealedMonth(entries, seal), language.files));
  const file = 'value' in reading ? reading.value : reading;
  if ('problems' in file) return refusal(file.problems, language.messages, [], { month });
  return record(request, named, { entries, seal, file }, writer);
}

/** What stands against paying the month out where two pairs of eyes are asked for. */
function approvalsLacking(workspace: Workspace, entries: readonly Entry[], seal: Seal) {
  const reading = believing(() => approvalProblems(workspace, entries, seal));
  return 'value' in reading ? reading.value : reading.problems;
}

/** The seal of a closed month; month zero was paid before telepay was there. */
function closedMonth(entries: readonly Entry[], month: Month): Seal | undefined {
  const seal = sealOf(entries, month);
  return seal?.manifest.kind === 'close' ? seal : undefined;
}

interface Sealed {
  readonly entries: readonly Entry[];
  readonly seal: Seal;
  readonly file: PayrollFile;
}

/**
 * Puts the file into the chain, then where it is fetched from. In this order a payment file that the chain does
 * not know of is never there, whenever the program is killed: at worst the chain knows of one that is still
 * missing, and the same command again writes it without a second entry.
 */
async function record(
  request: ExportRequest,
  named: NamedTemplate,
  { entries, seal, file }: Sealed,
  writer: LedgerWriter,
): Promise<CommandResult> {
  const { month, by, at, program } = request;
  const earlier = exportsOf(entries, month, named.name);
  const name = paymentFileName(month, named.name, false);
  return writingPayments(request, name, (payment) => {
    payment.requireKnown(earlier.map(({ manifest }) => manifest.files[manifest.file] ?? ''));
    const last = earlier.at(-1);
    const again = last?.manifest.seal === seal.hash && last.manifest.files[name] === sha256(file.bytes);
    const control_total = formatMoney(file.control_total, file.currency);
    const added = again
      ? []
      : [
          writer.append(
            entries,
            {
              kind: 'export',
              month,
              by,
              at,
              note: '',
              program,
              seal: seal.hash,
              template: named.name,
              file: name,
              payments: file.payments,
              control_total,
            },
            new Map<string, string | Uint8Array>([
              [name, file.bytes],
              [TEMPLATE_FILE, `${JSON.stringify(named.template, undefined, 2)}\n`],
            ]),
          ),
        ];
    payment.write(file.bytes);
    return {
      ...resultOf(request, payment, file, headOf([...entries, ...added])),
      problems: last ? [beforeProblem(last, again)] : [],
    };
  });
}

/** The template that a file was written by, beside its copy. */
const TEMPLATE_FILE = 'template.json';

const exportsOf = (entries: readonly Entry[], month: Month, template: string): EntryOf<'export'>[] =>
  entriesOf(entries, 'export').filter(
    ({ manifest }) => manifest.month === month && manifest.template === template,
  );

/** That the month was exported before: what is handed in twice is paid twice. */
function beforeProblem({ name, manifest }: EntryOf<'export'>, again: boolean) {
  const kind = again ? PAYROLL_PROBLEMS.exported_before : PAYROLL_PROBLEMS.exported_otherwise;
  return problem(kind, { file: `ledger/${name}` }, manifest);
}

async function exportDraft(request: ExportRequest, named: NamedTemplate): Promise<CommandResult> {
  const { month, language } = request;
  const { figures, log } = await draftFigures(request);
  const reading = figures && believing(() => payrollFile(named, figures(), language.files));
  if (!reading) return refusal(log.sorted(), language.messages, [], { month });
  const file = 'value' in reading ? reading.value : reading;
  if ('problems' in file)
    return refusal([...file.problems, ...log.sorted()], language.messages, [], { month });
  return writingPayments(request, paymentFileName(month, named.name, true), (payment) => {
    payment.write(file.bytes);
    return { ...resultOf(request, payment, file, undefined), problems: log.sorted() };
  });
}

/** A closed month's sealed figures, an open one's as they are computed now; undefined when it is refused. */
async function draftFigures({ workspace, month }: ExportRequest): Promise<{
  readonly figures: (() => PayrollMonth) | undefined;
  readonly log: ProblemLog;
}> {
  const log = new ProblemLog();
  const entries = chainOf(workspace, log);
  const seal = closedMonth(entries, month);
  if (log.hasErrors) return { figures: undefined, log };
  if (seal) return { figures: () => sealedMonth(entries, seal), log };
  const work = await computeMonth({ workspace, month, rules: undefined, provisional: false });
  return { figures: isSound(work) ? () => computedMonth(entries, work) : undefined, log: work.log };
}

function resultOf(
  { workspace, month, template, draft, language }: ExportRequest,
  payment: PaymentFile,
  file: PayrollFile,
  head: string | undefined,
): CommandResult {
  const shown = relative(workspace.folder, payment.path);
  const report = {
    ...file,
    month,
    template,
    draft,
    head,
    file: shown.startsWith('..') ? payment.path : shown,
  };
  return {
    text: exportText(report, language.messages),
    data: exportData(report),
    problems: [],
    notices: [],
    refused: false,
  };
}
