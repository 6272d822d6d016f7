/** What close and correct seal of a computed month: what it was computed with, and its files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MonthState, stateOf } from '../calc/closing.js';
import type { FileReading } from '../input/records.js';
import type { SealedFiles } from '../ledger/append.js';
import { sealedRules } from '../ledger/chain.js';
import { stateFolder } from '../ledger/history.js';
import { type ComputedWith, sha256 } from '../ledger/manifest.js';
import { stateFiles } from '../ledger/state-files.js';
import type { Summary } from '../report/summary.js';
import type { RulesInForce } from '../rules/in-force.js';
import { SETTINGS_FILE } from '../workspace/settings.js';
import { monthFolder, type Workspace } from '../workspace/workspace.js';
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
  const { program, workspace, language } = request;
  const { rules, result, files } = work;
  const computer = { program, settings_sha256: workspace.settings.sha256 };
  const { files: outputs, summary } = outputsOf(work, computer, language.files);
  return {
    with: computedWith(request, work),
    files: new Map<string, string | Uint8Array>([
      ...rulesCopies(rules),
      ...settingsCopy(workspace),
      ...[...outputs].map(([name, content]): [string, string] => [`out/${name}`, content]),
      ...inputCopies(monthFolder(workspace, work.month), files, 'months'),
      ...stateCopies(stateOf(result)),
    ]),
    summary,
  };
}

/** The rule files, byte for byte. */
export const rulesCopies = (rules: RulesInForce): [string, Uint8Array][] =>
  rules.map(({ bytes }, index) => [sealedRules(index), bytes]);

/** The state of a month in its folder. */
export const stateCopies = (state: MonthState): [string, string][] =>
  [...stateFiles(state)].map(([name, content]) => [`${stateFolder(state.month)}/${name}`, content]);

export function settingsCopy({ folder, settings }: Workspace): [string, Uint8Array][] {
  const { sha256: hash } = settings;
  return hash === undefined ? [] : [[SETTINGS_FILE, unchanged(join(folder, SETTINGS_FILE), hash)]];
}

/** The files of a folder that are not too large, byte for byte as they were parsed, under `within`. */
export function inputCopies(
  folder: string,
  files: readonly FileReading[],
  within: string,
  largest = LARGEST_COPY,
): [string, Uint8Array][] {
  return files
    .filter(({ bytes }) => bytes <= largest)
    .map(({ file, sha256: hash }) => [`${within}/${file}`, unchanged(join(folder, file), hash)]);
}

/** The file's bytes, which must be those that were read before. */
function unchanged(path: string, hash: string): Uint8Array {
  const bytes = readFileSync(path);
  if (sha256(bytes) !== hash) throw new Error(`${path} changed while the month was being computed`);
  return bytes;
}
