/** `telepay close`: seals a month, so that nothing can change it unnoticed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../base/localized.js';
import { type Month, shiftMonth } from '../base/period.js';
import { type Problem, problem } from '../base/problem.js';
import { stateOf } from '../calc/closing.js';
import { SEALED_RULES, type Seal } from '../ledger/chain.js';
import { sha256 } from '../ledger/manifest.js';
import { nextManifest, type SealedFiles, writeSeal } from '../ledger/seal.js';
import { stateFiles } from '../ledger/state-files.js';
import { LEDGER_PROBLEMS } from '../problems/ledger.js';
import { closeText, closedAlreadyText, sealedText } from '../report/close-text.js';
import type { Summary } from '../report/summary.js';
import { flushFolder, privateFolder, writeNew } from '../workspace/files.js';
import { asOnlyWriter, stagedBeside } from '../workspace/folder.js';
import { SETTINGS_FILE } from '../workspace/settings.js';
import { monthFolder, outRoot } from '../workspace/workspace.js';
import { ledgerFolder, sealsOf } from './closed-months.js';
import { computeMonth, type MonthRequest, type MonthWork } from './compute-month.js';
import { SUMMARY_FILE } from './month-output.js';
import { type CommandResult, refusal } from './outcome.js';
import { outputsOf } from './run.js';

export interface CloseRequest extends MonthRequest {
  readonly by: string;
  readonly note: string;
  /** By this machine's clock. */
  readonly at: string;
  readonly language: { readonly messages: Language; readonly files: Language };
  readonly program: string;
  /** Shows the plan and asks whether to go on. */
  readonly confirm: (plan: string) => Promise<boolean>;
}

/** Exports up to this size are copied into the seal; larger ones are known there by their hash. */
const LARGEST_COPY = 4 << 20;

export async function close(request: CloseRequest): Promise<CommandResult> {
  const { workspace, month } = request;
  monthFolder(workspace, month);
  const ledger = ledgerFolder(workspace);
  privateFolder(ledger);
  // One close at a time, whatever the month: each seal links to the one before.
  const seal = join(ledger, 'seal');
  return asOnlyWriter(seal, async () => {
    const work = await computeMonth({ ...request, provisional: false });
    const seals = sealsOf(workspace, work.log) ?? [];
    for (const one of orderProblems(seals, month)) work.log.add(one);
    const { messages } = request.language;
    const { result, rules } = work;
    if (!result || !rules || work.log.hasErrors) return refusal(work.log.sorted(), messages, [], { month });
    const sealing = prepare(request, work, seals);
    const before = seals.find((seal) => seal.manifest.month === month);
    if (before) return closedAlready(before, sealing, work, messages);
    const plan = closeText(sealing.summary, result, differences(request, sealing.summary), messages);
    if (!(await request.confirm(plan))) return { ...NOTHING, text: plan, data: { month, sealed: false } };
    const disk = { write: writeNew, flush: flushFolder };
    const head = writeSeal(ledger, stagedBeside(seal), month, sealing.manifest, sealing.files, disk);
    return {
      ...NOTHING,
      text: sealedText(month, head, messages),
      data: { month, sealed: true, head, summary: sealing.summary },
      problems: work.log.sorted(),
    };
  });
}

const NOTHING: CommandResult = { text: '', data: {}, problems: [], notices: [], refused: false };

/** Months close one after the other, from whichever comes first. */
function orderProblems(seals: readonly Seal[], month: Month): Problem[] {
  const last = seals.at(-1)?.manifest.month;
  if (last === undefined || seals.some((seal) => seal.manifest.month === month)) return [];
  const next = shiftMonth(last, 1);
  return next === month
    ? []
    : [problem(LEDGER_PROBLEMS.not_next, { file: `months/${month}` }, { month, next })];
}

interface Sealing {
  readonly manifest: ReturnType<typeof nextManifest>;
  readonly files: SealedFiles;
  readonly summary: Summary;
}

/** The seal as it would be written. */
function prepare(request: CloseRequest, work: MonthWork, seals: readonly Seal[]): Sealing {
  const { result, rules } = work;
  if (!result || !rules) throw new Error('a refused month is not sealed');
  const { workspace, month } = request;
  const origin = {
    program: request.program,
    rules: { file: rules.file, sha256: rules.sha256 },
    settings_sha256: workspace.settings.sha256,
    files: work.files,
  };
  const { files: outputs, summary } = outputsOf(result, origin, work.log.sorted(), request.language.files);
  const files = new Map<string, string | Uint8Array>([
    [SEALED_RULES, rules.bytes],
    ...settingsCopy(request),
    ...[...outputs].map(([name, content]): [string, string] => [`out/${name}`, content]),
    ...inputCopies(request, work),
    ...stateFiles(stateOf(result)),
  ]);
  const inputs = work.files.map(({ file, sha256: hash, bytes, rows }) => ({
    file,
    sha256: hash,
    bytes,
    rows,
  }));
  const closing = {
    month,
    closed_by: request.by,
    closed_at: request.at,
    note: request.note,
    program: request.program,
    rules: { file: rules.file, version: rules.plan.version, sha256: rules.sha256 },
    settings_sha256: workspace.settings.sha256 ?? null,
    language: request.language.files,
    inputs,
  };
  const earlier = seals.filter((seal) => seal.manifest.month < month);
  return { manifest: nextManifest(earlier, closing, files), files, summary };
}

function settingsCopy({ workspace }: CloseRequest): [string, Uint8Array][] {
  const path = join(workspace.folder, SETTINGS_FILE);
  return existsSync(path) ? [[SETTINGS_FILE, readFileSync(path)]] : [];
}

/** The small exports, byte for byte as they were parsed. */
function inputCopies({ workspace, month }: CloseRequest, work: MonthWork): [string, Uint8Array][] {
  const folder = monthFolder(workspace, month);
  return work.files
    .filter(({ bytes }) => bytes <= LARGEST_COPY)
    .map(({ file, sha256: hash }): [string, Uint8Array] => {
      const bytes = readFileSync(join(folder, file));
      if (sha256(bytes) !== hash) throw new Error(`${file} changed while the month was being closed`);
      return [`months/${file}`, bytes];
    });
}

/** A closed month again: nothing to do when all is as it was, refused when it is not. */
function closedAlready(before: Seal, sealing: Sealing, work: MonthWork, language: Language): CommandResult {
  const { manifest } = before;
  const changed = changes(manifest, sealing.manifest);
  if (changed.length === 0) {
    return {
      ...NOTHING,
      text: closedAlreadyText(manifest, before.hash, language),
      data: { sealed: true, head: before.hash },
    };
  }
  const params = { month: manifest.month, by: manifest.closed_by, changed: changed.join(', ') };
  const place = { file: `ledger/${manifest.month}` };
  return refusal([problem(LEDGER_PROBLEMS.closed_otherwise, place, params), ...work.log.sorted()], language);
}

/** Names of the exports, rules or settings that differ between two seals of a month. */
function changes(old: Sealing['manifest'], now: Sealing['manifest']): string[] {
  const hashes = (manifest: Sealing['manifest']): Map<string, string | null> =>
    new Map<string, string | null>([
      ...manifest.inputs.map((input): [string, string] => [input.file, input.sha256]),
      [manifest.rules.file, manifest.rules.sha256],
      [SETTINGS_FILE, manifest.settings_sha256],
    ]);
  const before = hashes(old);
  const after = hashes(now);
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => (before.get(name) ?? null) !== (after.get(name) ?? null),
  );
}

/** Reports of the last run that are not what would be sealed; undefined when there was no run. */
function differences({ workspace, month }: CloseRequest, summary: Summary): readonly string[] | undefined {
  const path = join(outRoot(workspace), month, SUMMARY_FILE);
  if (!existsSync(path)) return undefined;
  const last: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const outputs = last !== null && typeof last === 'object' && 'outputs' in last ? last.outputs : {};
  const hashes = new Map(Object.entries(Object(outputs) as Record<string, unknown>));
  return Object.entries(summary.outputs).flatMap(([name, hash]) => (hashes.get(name) === hash ? [] : [name]));
}
