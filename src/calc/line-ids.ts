/** Line ids: each once among an agent's lines of a month. */
import { byKeys } from '../base/order.js';
import type { PayLine } from './pay-line.js';

/**
 * An agent's lines in their order, those that are called alike numbered from the second on (`late:late:2025-04-02:2`):
 * two rows of one day, or what came back of a penalty in two months. The earliest keeps the id, also when what is left
 * of it returns month after month.
 */
export function withDistinctIds(lines: readonly PayLine[]): readonly PayLine[] {
  const taken = new Set(lines.map((line) => line.line_id));
  if (taken.size === lines.length) return lines;
  const named = new Set<string>();
  const renamed = new Map<PayLine, PayLine>();
  for (const line of lines.toSorted(byDate)) {
    const line_id = named.has(line.line_id) ? nextFree(line.line_id, taken) : line.line_id;
    named.add(line_id);
    taken.add(line_id);
    renamed.set(line, { ...line, line_id });
  }
  return lines.map((line) => renamed.get(line) ?? line);
}

const byDate = byKeys<PayLine>((line) => line.penalty?.date ?? '');

function nextFree(id: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) {
    const numbered = `${id}:${number}`;
    if (!taken.has(numbered)) return numbered;
  }
}
