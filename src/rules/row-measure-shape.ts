/** The shape of measures that count or sum the rows of an export. */
import { z } from 'zod';
import type { Localized } from '../base/localized.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { type Distinct, numbersOf, ROW_FILE_NAMES, ROW_FILES, type RowFile } from './export-columns.js';
import { describing } from './described.js';
import { Fault, readAs, refuse, unknownWord } from './fault.js';
import { choice, marked } from './leaf-shape.js';
import type { Value } from './mark.js';
import { filtersOf, type RowFilter, rulesOfFilters } from './row-filter-shape.js';
import { localized, mapping, wordAt } from './shape.js';

/** The number of a person's rows that pass all filters, or the sum of one of their columns. */
export interface RowMeasure {
  readonly kind: 'rows';
  readonly name: Localized;
  readonly file: RowFile;
  /** What is counted or summed: `signups`, `signups.amount`. */
  readonly of: Value<string>;
  /** The column that is summed; undefined where rows are counted. */
  readonly column: string | undefined;
  /** Counts different days or customers in place of the rows. */
  readonly distinct: Value<Distinct> | undefined;
  readonly where: readonly RowFilter[];
}

/** The values of the rule file that the measure rests on. */
export const rulesOfRows = ({ of, distinct, where }: RowMeasure): Value<unknown>[] => [
  of,
  ...(distinct ? [distinct] : []),
  ...rulesOfFilters(where),
];

/** Nearest to what stands before a column: `signup.amount` is meant for `signups`. */
const unknownRows = (text: string): Fault =>
  Fault.of(RULE_PROBLEMS.unknown_rows, { ...unknownWord(beforeColumn(text), ROW_FILE_NAMES), text });

const beforeColumn = (text: string): string => text.split('.')[0] ?? '';

/** `signups.amount` of the file `signups`. */
const summedColumn = (file: RowFile): z.ZodType<Value<string>> => {
  const known = numbersOf(file).map((column) => `${file}.${column}`);
  return marked({ kind: 'words', words: known }, (text) => {
    return (
      known.find((one) => one === text) ??
      Fault.of(RULE_PROBLEMS.not_summable, { file, ...unknownWord(text, known) })
    );
  });
};

const count = (file: RowFile): z.ZodType<RowMeasure> =>
  mapping({
    name: localized,
    count: choice(file),
    distinct: choice(...ROW_FILES[file].distinct).optional(),
    where: filtersOf(file).optional(),
  }).transform(({ name, count: of, distinct, where = [] }) => ({
    kind: 'rows',
    name,
    file,
    of,
    column: undefined,
    distinct,
    where,
  }));

const sum = (file: RowFile): z.ZodType<RowMeasure> =>
  mapping({
    name: localized,
    sum: summedColumn(file),
    where: filtersOf(file).optional(),
  }).transform(({ name, sum: of, where = [] }) => ({
    kind: 'rows',
    name,
    file,
    of,
    column: of.value.slice(file.length + 1),
    distinct: undefined,
    where,
  }));

/** The form for the file that stands under `key`; a file that there is not is refused where it stands. */
function byFile(key: 'count' | 'sum', form: (file: RowFile) => z.ZodType<RowMeasure>): z.ZodType<RowMeasure> {
  const forms = new Map(ROW_FILE_NAMES.map((file): [string, z.ZodType<RowMeasure>] => [file, form(file)]));
  const unknown = z.object({
    [key]: marked({ kind: 'words', words: ROW_FILE_NAMES }, (text) => unknownRows(text)),
  });
  const shape = z.unknown().transform((input, faults): RowMeasure => {
    const word = wordAt(input, key);
    if (word instanceof Fault) return refuse(faults, word);
    const known = forms.get(key === 'sum' ? beforeColumn(word) : word);
    if (known) return readAs(known, input, faults);
    readAs(unknown, input, faults);
    return z.NEVER;
  });
  return describing({ kind: 'forms', forms: [...forms.values()] }, shape);
}

export const countedRows = byFile('count', count);
export const summedRows = byFile('sum', sum);
