import { existsSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inspectServed } from '../../jobs/store/inspection.js';
import { isHeld } from '../../jobs/store/lock.js';
import type { Desk } from './desk.js';
import { type Diagnosis, doubtful, well, wordsOf, wrong } from './diagnosis.js';

/** Whether the store is there, fits, and is not behind. Nothing is written, and a running server is not disturbed. */
export async function lookAtStore({ settings }: Desk): Promise<readonly Diagnosis[]> {
  const { databaseUrl, dataDirectory } = settings;
  if (databaseUrl !== undefined) return lookAtServer(databaseUrl);
  if (dataDirectory === undefined) {
    const change = 'Set DATA_DIR or DATABASE_URL: accepted webhooks are lost when the process ends.';
    return [wrong('store', 'The store is in memory only.', change)];
  }
  return lookAtDirectory(dataDirectory);
}

/** Seconds that the oldest job may wait before there are too few workers. */
const longWait = 300;
const oldestVersion = 13;

async function lookAtServer(url: string): Promise<readonly Diagnosis[]> {
  try {
    const { version, step, latest, oldest, waiting } = await inspectServed(url);
    if (version < oldestVersion) {
      return [wrong('store', `The server is PostgreSQL ${version}.`, `Use ${oldestVersion} or newer.`)];
    }
    if (step === undefined) {
      return [doubtful('store', 'The database has no tables of Postern yet.', 'Start the server: it makes them.')];
    }
    if (step !== latest) {
      const change = step < latest ? 'Start the server: it brings them up to date.' : 'Update Postern on this host.';
      return [doubtful('store', `The tables are of step ${step}, and this version knows ${latest}.`, change)];
    }
    if (oldest > longWait) {
      const change = 'Look at the log of the workers; start more of them, or raise WORKERS.';
      return [doubtful('store', `${waiting} jobs wait, the oldest for ${Math.round(oldest)} s.`, change)];
    }
    return [well('store', `PostgreSQL ${version} answers; ${waiting} jobs wait.`)];
  } catch (error) {
    return [wrong('store', `DATABASE_URL cannot be used: ${wordsOf(error)}`, 'Correct it, or start the server.')];
  }
}

const leastFree = 500_000_000;

async function lookAtDirectory(directory: string): Promise<readonly Diagnosis[]> {
  if (!existsSync(directory)) {
    return [doubtful('store', `${directory} does not exist yet.`, 'Start the server: it makes it, if it may.')];
  }
  const { bavail, bsize } = statfsSync(directory);
  const free = bavail * bsize;
  if (free < leastFree) {
    const says = `The disk of ${directory} has ${Math.round(free / 1_000_000)} MB left.`;
    return [wrong('store', says, 'Make room: when it is full, webhooks are refused until there is some.')];
  }
  if ((statSync(directory).mode & 0o077) !== 0) {
    const change = `chmod 700 ${directory}: it holds names of private repositories.`;
    return [doubtful('store', `Others than its owner may enter ${directory}.`, change)];
  }
  const isMade = existsSync(join(directory, 'store', 'PG_VERSION'));
  const use = (await isHeld(directory)) ? 'a running server uses it' : 'no server is running on it';
  return [well('store', `The embedded store in ${directory} ${isMade ? 'is there' : 'is not made yet'}; ${use}.`)];
}
