import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runChaos } from '../chaos/chaos.js';
import { type Bar, none, told } from './bar.js';

/** Two hundred heads, processes killed at random, webhooks sent while nobody listens. */
export const chaosBar: Bar = async ({ app, entry, databaseUrl, workers, isShort, processes, seed, print }) => {
  const data = mkdtempSync(path.join(tmpdir(), 'chaos-'));
  try {
    const reviews = isShort ? 20 : 200;
    const result = await runChaos({ app, entry, databaseUrl, data, seed, reviews, processes, workers, print });
    return [
      told('heads, kills, webhooks that nobody answered', `${result.heads}, ${result.kills}, ${result.lost}`),
      told('took', `${result.seconds} s`),
      none('heads without exactly one concluded check, double comments, breaches', result.faults),
    ];
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
};
