/** Tables on a terminal: columns line up, wide characters too. */
import CliTable from 'cli-table3';

/** A plain table: no lines but the spaces between its columns. */
export function newTable(head: string[], colAligns: ('left' | 'right')[]): CliTable.Table {
  const none = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '' };
  const sides = { 'bottom-left': '', 'bottom-right': '', left: '  ', 'left-mid': '', mid: '', 'mid-mid': '' };
  return new CliTable({
    head,
    colAligns,
    chars: { ...none, ...sides, right: '', 'right-mid': '', middle: '  ' },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
  });
}
