/** Two versions of a report: whether they agree in every figure, where their words may differ. */
import { parse } from 'csv-parse/sync';

const FIGURE = /^-?\d+(\.\d+)?$/;

/** Whether two CSV files hold the same figures: the same rows, and in columns of the same place equal numbers. */
export function sameFigures(one: string, other: string): boolean {
  const [left, right] = [one, other].map((text): string[][] =>
    parse(text, { bom: true, relax_column_count: true }),
  );
  if (!left || left.length !== right?.length) return false;
  return left.every((row, index) =>
    row.every((cell, column) => {
      const there = right[index]?.[column] ?? '';
      return cell === there || (!FIGURE.test(cell) && !FIGURE.test(there));
    }),
  );
}
