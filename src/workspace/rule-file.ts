/** Writing a rule file that is there already. */
import { chmodSync, realpathSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { discard, flushFolder, writeNew } from './files.js';
import { movingAside, stagedBeside } from './folder.js';

/**
 * Replaces a rule file: a reader sees the old or the new one, never a part. Those who could read it still can: it holds
 * policy, nobody's data. Of a link, what it leads to is replaced.
 */
export function replaceRuleFile(path: string, bytes: Uint8Array): void {
  const target = realpathSync(path);
  const staged = stagedBeside(target);
  try {
    writeNew(staged, bytes);
    chmodSync(staged, statSync(target).mode & 0o777);
    movingAside(target, () => {
      renameSync(staged, target);
    });
    flushFolder(dirname(target));
  } finally {
    discard(staged);
  }
}
