/** Which files of a month's folder are exports, by their names. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { byText } from '../base/order.js';
import type { ProblemLog } from '../base/problem-log.js';
import { problem } from '../base/problem.js';
import { INPUT_PROBLEMS } from '../problems/input.js';
import { FAMILY_NAMES, fileOf, type FamilyName } from './family.js';
import type { ExportFile } from './survey.js';

/** The files of each family, its parts in the order of their names. */
export type ExportFiles = ReadonlyMap<FamilyName, readonly ExportFile[]>;

const SPREADSHEET = /\.(?:xlsx|xlsm|xlsb|xls|et|ods)$/i;
/** Files that programs leave beside those of people: hidden ones, and locks of spreadsheets. */
const OF_PROGRAMS = /^(?:\.|~\$)/;

/**
 * The exports in `folder`; undefined, with an error, when there is no such folder. What is no export is
 * listed as a warning. Throws what the operating system throws when the folder can't be read.
 */
export async function listExports(
  folder: string,
  shown: string,
  log: ProblemLog,
): Promise<ExportFiles | undefined> {
  const names = await namesIn(folder);
  if (!names) {
    log.add(problem(INPUT_PROBLEMS.missing_folder, { file: shown }, { folder: shown }));
    return undefined;
  }
  const files = new Map<FamilyName, ExportFile[]>();
  for (const name of names) {
    const path = join(folder, name);
    const family = familyOf(name);
    if (family && (await stat(path)).isFile())
      files.set(family, [...(files.get(family) ?? []), { name, path }]);
    else if (SPREADSHEET.test(name))
      log.add(problem(INPUT_PROBLEMS.spreadsheet_not_read, { file: name }, {}));
    else log.add(problem(INPUT_PROBLEMS.unknown_file, { file: name }, { known: FAMILY_NAMES.map(fileOf) }));
  }
  return files;
}

async function namesIn(folder: string): Promise<string[] | undefined> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => !OF_PROGRAMS.test(name)).sort(byText);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The family whose name the file's name begins with; of two such names the longer one. */
function familyOf(file: string): FamilyName | undefined {
  const name = file.toLowerCase();
  if (!name.endsWith('.csv')) return undefined;
  const fitting = FAMILY_NAMES.filter((family) => name.startsWith(family));
  return fitting.toSorted((a, b) => b.length - a.length)[0];
}
