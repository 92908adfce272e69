import { type Examined, examine, type Former, type Judge } from './examine.js';
import type { Trial } from './fixes/verify.js';
import type { Files } from './frameworks/framework.js';
import { overlay } from './stacks/files.js';
import { parseStack } from './stacks/read.js';

/** Tries other texts on one examined stack: reads it again and runs all policies again. */
export function trialOf(examined: Examined, files: Files, judge: Judge, former?: Former): Trial {
  const { read } = examined;
  const seriousBefore = countUnread(examined);
  return {
    text: files.read,
    before: fingerprints(examined),
    after: (changed) => {
      const texts = overlay(files, changed);
      const again = parseStack({ path: read.entry, frameworks: [read.framework] }, texts);
      if (again === undefined) return undefined;
      const examinedAgain = examine(again, texts, judge, former);
      return countUnread(examinedAgain) > seriousBefore ? undefined : fingerprints(examinedAgain);
    },
  };
}

function countUnread({ notices }: Examined): number {
  return notices.filter(({ kind }) => kind === 'unread').length;
}

function fingerprints({ findings, absorbed }: Examined): ReadonlySet<string> {
  return new Set([...findings, ...absorbed].map(({ fingerprint }) => fingerprint));
}
