/** What close and correct seal of a computed month: what it was computed with, and its files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateOf } from '../calc/closing.js';
import type { SealedFiles } from '../ledger/append.js';
import { SEALED_RULES } from '../ledger/chain.js';
import { stateFolder } from '../ledger/history.js';
import { type ComputedWith, sha256 } from '../ledger/manifest.js';
import { stateFiles } from '../ledger/state-files.js';
import type { Summary } from '../report/summary.js';
import { SETTINGS_FILE } from '../workspace/settings.js';
import { monthFolder } from '../workspace/workspace.js';
import type { SoundMonth } from './compute-month.js';
import { outputsOf } from './outputs.js';
import { computedWith, type ComputingRequest } from './ingredients.js';

export interface SealingRequest extends ComputingRequest {
  readonly program: string;
}

/** Exports up to this size are copied into the entry; larger ones are known there by their hash. */
const LARGEST_COPY = 4 << 20;

export interface Sealing {
  readonly with: ComputedWith;
  readonly files: SealedFiles;
  readonly summary: Summary;
}

/** What would be sealed of a computed month. */
export function sealingOf(request: SealingRequest, work: SoundMonth): Sealing {
  const { settings } = request.workspace;
  const { rules, result, files } = work;
  const origin = {
    program: request.program,
    rules: { file: rules.file, sha256: rules.sha256 },
    settings_sha256: settings.sha256,
    files,
  };
  const { files: outputs, summary } = outputsOf(result, origin, work.log.sorted(), request.language.files);
  const state = stateFiles(stateOf(result));
  return {
    with: computedWith(request, work),
    files: new Map<string, string | Uint8Array>([
      [SEALED_RULES, rules.bytes],
      ...settingsCopy(request),
      ...[...outputs].map(([name, content]): [string, string] => [`out/${name}`, content]),
      ...inputCopies(request, work),
      ...[...state].map(([name, content]): [string, string] => [
        `${stateFolder(work.month)}/${name}`,
        content,
      ]),
    ]),
    summary,
  };
}

function settingsCopy({ workspace }: SealingRequest): [string, Uint8Array][] {
  const { sha256: hash } = workspace.settings;
  return hash === undefined ? [] : [[SETTINGS_FILE, unchanged(join(workspace.folder, SETTINGS_FILE), hash)]];
}

/** The small exports, byte for byte as they were parsed. */
function inputCopies({ workspace, month }: SealingRequest, work: SoundMonth): [string, Uint8Array][] {
  const folder = monthFolder(workspace, month);
  return work.files
    .filter(({ bytes }) => bytes <= LARGEST_COPY)
    .map(({ file, sha256: hash }) => [`months/${file}`, unchanged(join(folder, file), hash)]);
}

/** The file's bytes, which must be those that were read before. */
function unchanged(path: string, hash: string): Uint8Array {
  const bytes = readFileSync(path);
  if (sha256(bytes) !== hash) throw new Error(`${path} changed while the month was being computed`);
  return bytes;
}
