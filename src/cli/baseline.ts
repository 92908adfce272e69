import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Found, Placed } from '../findings/finding.js';
import { severities } from '../findings/severity.js';
import { identitiesOf } from '../findings/together.js';
import { CannotRun, reasonOf } from './cannot-run.js';

const shape = z.object({
  schemaVersion: z.literal(1),
  tool: z.object({ name: z.literal('postern') }),
  findings: z.array(
    z.object({ fingerprint: z.string(), path: z.string(), severity: z.enum(severities), suppressed: z.unknown() }),
  ),
});

/** What an earlier scan found, as its JSON tells it. */
export type Baseline = z.infer<typeof shape>['findings'];

/** Reads the JSON of an earlier scan. */
export async function readBaseline(file: string): Promise<Baseline> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new CannotRun(`The baseline ${file} cannot be read: ${reasonOf(error)}; check --baseline.`);
  });
  const read = shape.safeParse(parsed(text));
  if (read.success) return read.data.findings;
  const remedy = 'write a new one with postern scan --format json:FILE';
  throw new CannotRun(`${file} is no baseline of this version: it is not the JSON of a scan; ${remedy}.`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The findings with what the baseline says about them. Stacks may share a name and with it a fingerprint, so that each entry of
 * the baseline stands for one finding, that of its own file first.
 */
export function against(findings: readonly Found[], baseline: Baseline): readonly Placed[] {
  const left = new Map<string, Baseline[number][]>();
  for (const entry of baseline) left.set(entry.fingerprint, [...(left.get(entry.fingerprint) ?? []), entry]);
  const known = new Map<Found, Baseline[number]>();
  for (const isFitting of [inItsFile, anywhere]) {
    for (const finding of findings) {
      const entry = known.has(finding) ? undefined : take(finding, left, isFitting);
      if (entry !== undefined) known.set(finding, entry);
    }
  }
  return findings.map((finding) => ({ ...finding, status: statusOf(finding, known.get(finding)), place: 'summary' }));
}

type Fits = (finding: Found, entry: Baseline[number]) => boolean;
const inItsFile: Fits = ({ at }, { path }) => path === at.path;
const anywhere: Fits = () => true;

/** The entry that a finding is known by, which then stands for no other. */
function take(finding: Found, left: Map<string, Baseline[number][]>, fits: Fits): Baseline[number] | undefined {
  for (const identity of identitiesOf(finding)) {
    const entries = left.get(identity) ?? [];
    const index = entries.findIndex((entry) => fits(finding, entry));
    if (index !== -1) return entries.splice(index, 1)[0];
  }
  return undefined;
}

function statusOf({ severity }: Found, known: Baseline[number] | undefined): Placed['status'] {
  if (known === undefined) return 'introduced';
  return severities.indexOf(severity) > severities.indexOf(known.severity) ? 'worsened' : 'existing';
}
