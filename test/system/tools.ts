/** Programs beside Node that these checks need. A missing one fails the check: what is not checked is not right. */
import { spawnSync } from 'node:child_process';

/** Throws, in words, when there is no such program. */
export function requireTool(name: string, packageName: string): void {
  const { error, status } = spawnSync(name, ['--version']);
  if (error || status !== 0) {
    throw new Error(`this check needs \`${name}\`: install it (on Debian: apt-get install ${packageName})`);
  }
}
