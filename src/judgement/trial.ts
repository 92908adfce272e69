import { holdingsOf } from '../facts/named-things.js';
import { onOneClock } from '../findings/allowance.js';
import { hinged } from '../findings/hinge.js';
import { identitiesOf } from '../findings/together.js';
import { type Trial, withMemory } from '../fixes/verify.js';
import type { Files } from '../model/files.js';
import { overlay } from '../stacks/files.js';
import { parseAgain } from '../stacks/read.js';
import { type Beside, type Examined, examine } from './examine.js';
import type { Judge } from './judge.js';

/** Tries other texts on one examined stack: reads it again, which must raise no new notice, and runs all policies again. */
export function trialOf(examined: Examined, files: Files, judge: Judge, beside: Beside = {}): Trial {
  const { read } = examined;
  const used = { milliseconds: 0 };
  const before = fingerprints(examined);
  return withMemory({
    text: files.read,
    affordable: affordable(read.files.reduce((size, path) => size + (files.read(path)?.length ?? 0), 0)),
    before,
    isSpent: () => used.milliseconds > mostMilliseconds,
    after: (changed) => {
      const started = process.cpuUsage();
      const texts = overlay(files, changed);
      const examineAgain = () => {
        const again = parseAgain(read, texts);
        if (again === undefined) return undefined;
        const surfaces = beside.surfaces?.after?.(changed, again) ?? beside.surfaces;
        return examine(again, texts, judge, { ...beside, surfaces });
      };
      // Handlers are remembered, which work on a shared clock must not be.
      const [examinedAgain] = beside.codeOf ? [examineAgain()] : onOneClock([read], examineAgain);
      const { user, system } = process.cpuUsage(started);
      used.milliseconds += (user + system) / 1000;
      if (examinedAgain === undefined || examinedAgain.notices.length > examined.notices.length) return undefined;
      return withoutHinging(examinedAgain, before);
    },
  });
}

/** Characters that may be read again and again for one stack's fixes: some seconds' work. */
const mostRead = 10_000_000;
const fewest = 24;
/** Time of the processor for one stack's fixes; those that were not tried by then are not offered. */
const mostMilliseconds = 10_000;
const most = 2_000;

function affordable(size: number): number {
  return Math.min(most, Math.max(fewest, Math.floor(mostRead / Math.max(size, 1))));
}

/** Without what is new and would be told only if the repository had things that this stack does not have. */
function withoutHinging({ findings, absorbed, facts }: Examined, before: ReadonlySet<string>): ReadonlySet<string> {
  const told = new Set(hinged(findings, { has: new Set(holdingsOf(facts)), isWhole: false }));
  const known = findings.filter((one) => told.has(one) || identitiesOf(one).some((id) => before.has(id)));
  return new Set([...known, ...absorbed].flatMap(identitiesOf));
}

function fingerprints({ findings, absorbed }: Examined): ReadonlySet<string> {
  return new Set([...findings, ...absorbed].flatMap(identitiesOf));
}
