/**
 * Takes a lock again and again, for the test of it: `node lock-holder.mjs LOCK TIMES`. While it has the lock a
 * file of its own number stands beside it; who finds another one's there that still lives says so. Every now
 * and then it kills itself with the lock in its hands.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { withLock } from '../../dist/workspace/lock.js';

const [lock, times] = process.argv.slice(2);
const inside = `${lock}-is-held`;

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function work() {
  if (existsSync(inside) && isAlive(Number(readFileSync(inside, 'utf8')))) process.exit(3);
  writeFileSync(inside, String(process.pid));
  if (Math.random() < 0.5) await setTimeout(Math.random() * 3);
  if (Number(readFileSync(inside, 'utf8')) !== process.pid) process.exit(3);
  if (Math.random() < 0.1) process.kill(process.pid, 'SIGKILL');
  rmSync(inside);
}

for (let done = 0; done < Number(times);) {
  try {
    await withLock(lock, work);
    done += 1;
  } catch (error) {
    if (error.name !== 'WorkspaceFault') throw error;
    await setTimeout(Math.random() * 5);
  }
}
