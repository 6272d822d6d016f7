/** A rule file as the beginning of a later one: its text with another version and date, all else as it stands. */
import type { PlainDate } from '../base/period.js';
import { readYaml } from '../yaml/read.js';
import { nodeAt, type YamlNode } from '../yaml/tree.js';
import type { LoadedPlan } from './load.js';

/** What a draft is called: the version with the new year and month in the place of its own, or after it. */
export function draftVersion(version: string, from: PlainDate): string {
  const [year = '', month = ''] = from.split('-');
  const own = /\d{4}([.-])(0[1-9]|1[0-2])(?!\d)/;
  return own.test(version)
    ? version.replace(own, (_, dot: string) => `${year}${dot}${month}`)
    : `${version}-${year}.${month}`;
}

/** The file's text with these in the place of its own version and first day; comments and layout stay. */
export function draftText(
  { bytes, file }: Pick<LoadedPlan, 'bytes' | 'file'>,
  version: string,
  from: PlainDate,
): string {
  const text = Buffer.from(bytes).toString('utf8');
  const reading = readYaml(bytes, file);
  if ('problems' in reading) return text;
  const dated = withScalar(text, valueAt(reading.root, 'effective_from'), from);
  return withScalar(dated, valueAt(reading.root, 'version'), `"${version}"`);
}

/** What stands there, within its braces if it has some. */
const valueAt = (root: YamlNode, key: string): YamlNode | undefined =>
  nodeAt(root, [key, 'value']) ?? nodeAt(root, [key]);

/** A scalar on one line, with quotes or without. */
const SCALAR = /^(?:"[^"]*"|'[^']*'|[^\s#,}]+)/;

function withScalar(text: string, node: YamlNode | undefined, instead: string): string {
  const { line = 0, column = 0 } = node?.at ?? {};
  const lines = text.split('\n');
  const own = lines[line - 1];
  if (own === undefined) return text;
  // A byte order mark is no column.
  const start = column - 1 + (line === 1 && own.startsWith('\uFEFF') ? 1 : 0);
  const changed = own.slice(0, start) + own.slice(start).replace(SCALAR, () => instead);
  return lines.with(line - 1, changed).join('\n');
}
