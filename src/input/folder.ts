/** Which files of a folder telepay reads, by their names. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { byKeys, byText } from '../base/order.js';
import type { ProblemLog } from '../base/problem-log.js';
import { problem } from '../base/problem.js';
import { INPUT_PROBLEMS } from '../problems/input.js';
import { FAMILY_NAMES, fileOf, type FamilyName } from './family.js';
import type { ExportFile } from './survey.js';

/** The files of each family, its parts in the order of their names. */
export type FilesOf<Name extends string> = ReadonlyMap<Name, readonly ExportFile[]>;
export type ExportFiles = FilesOf<FamilyName>;

const SPREADSHEET = /\.(?:xlsx|xlsm|xlsb|xls|et|ods)$/i;
/** Files that programs leave beside those of people: hidden ones, and locks of spreadsheets. */
const OF_PROGRAMS = /^(?:\.|~\$)/;

/** Exports that lie in several places: where, by the name each had in the month's folder. */
export interface ExportCopies {
  readonly paths: ReadonlyMap<string, string>;
  /** Names of what lay beside them and is no export. */
  readonly others: readonly string[];
}

/** The exports by family. What is no export is listed as a warning. */
export const familiesIn = (copies: ExportCopies, log: ProblemLog): ExportFiles =>
  sortedOut(copies, FAMILY_NAMES, log);

/** The files of these families. What is none of them is listed as a warning. */
export function sortedOut<Name extends string>(
  { paths, others }: ExportCopies,
  families: readonly Name[],
  log: ProblemLog,
): FilesOf<Name> {
  for (const name of others.toSorted(byText)) {
    if (SPREADSHEET.test(name)) log.add(problem(INPUT_PROBLEMS.spreadsheet_not_read, { file: name }, {}));
    else log.add(problem(INPUT_PROBLEMS.unknown_file, { file: name }, { known: families.map(fileOf) }));
  }
  const files = new Map<Name, ExportFile[]>();
  for (const [name, path] of [...paths].toSorted(byKeys(([name]) => name))) {
    const family = familyOf(name, families);
    if (family) files.set(family, [...(files.get(family) ?? []), { name, path }]);
  }
  return files;
}

/** What lies in a folder of exports; undefined where there is no such folder. Throws what the system throws. */
export async function copiesIn(
  folder: string,
  families: readonly string[] = FAMILY_NAMES,
): Promise<ExportCopies | undefined> {
  const names = await namesIn(folder);
  if (!names) return undefined;
  const isExport = async (name: string): Promise<boolean> =>
    familyOf(name, families) !== undefined && (await stat(join(folder, name))).isFile();
  const paths = new Map<string, string>();
  const others: string[] = [];
  for (const name of names) {
    if (await isExport(name)) paths.set(name, join(folder, name));
    else others.push(name);
  }
  return { paths, others };
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
function familyOf<Name extends string>(file: string, families: readonly Name[]): Name | undefined {
  const name = file.toLowerCase();
  if (!name.endsWith('.csv')) return undefined;
  const fitting = families.filter((family) => name.startsWith(family));
  return fitting.toSorted((a, b) => b.length - a.length)[0];
}
