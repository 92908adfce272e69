import type { Found, Suppression } from '../findings/finding.js';
import { maySilence, type PeerName, type PeerSuppression, peerSuppressions } from '../findings/peer-suppressions.js';
import type { Files } from '../model/files.js';
import type { Span } from '../model/span.js';
import { commentsIn } from '../notation/comments/comments.js';
import type { Policy } from '../policies/definition.js';
import { rulesFor } from '../policies/peer-rules.js';

/** Suppressions of other tools in the files of a stack, where the settings say that they count. */
export interface PeersIn {
  readonly all: readonly PeerSuppression[];
  readonly policies: ReadonlyMap<string, Policy>;
}

interface Asked {
  readonly tools: readonly PeerName[];
  readonly policies: readonly Policy[];
  /** Those that stand in metadata. */
  readonly metadata?: readonly PeerSuppression[] | undefined;
}

export function peersIn(
  paths: readonly string[],
  files: Files,
  { tools, policies, metadata = [] }: Asked,
): PeersIn | undefined {
  if (tools.length === 0) return undefined;
  const all = paths.flatMap((path) => {
    const text = files.read(path) ?? '';
    return maySilence(text, tools) ? peerSuppressions({ path, text, comments: commentsIn(path, text) }, tools) : [];
  });
  const inMetadata = metadata.filter(({ tool }) => tools.includes(tool));
  return { all: [...all, ...inMetadata], policies: new Map(policies.map((policy) => [policy.id, policy])) };
}

/** A resource with the line that it begins on. */
export interface Whole {
  readonly at: Span;
  readonly line: number;
}

/** The finding, marked when another tool was told to be silent about it. `whole`: the resource that it is about. */
export function silencedByPeers(finding: Found, peers: PeersIn | undefined, whole: Whole | undefined): Found {
  const policy = peers?.policies.get(finding.policy);
  if (peers === undefined || policy === undefined || finding.suppressed !== null || finding.side === 'left')
    return finding;
  const found = peers.all.find((one) => isAbout(one, finding, whole) && means(one, policy));
  if (found === undefined) return finding;
  const suppressed: Suppression = { reason: found.written, in: 'other-tool', at: found.at };
  return { ...finding, suppressed };
}

function isAbout({ reach, at, line }: PeerSuppression, { at: place, start }: Found, whole: Whole | undefined): boolean {
  if (at.path !== place.path) return false;
  if (start.line === line || start.line === line + 1) return true;
  if (reach !== 'resource' || whole?.at.path !== at.path) return false;
  return (whole.at.start <= at.start && at.start < whole.at.end) || line + 1 === whole.line;
}

function means({ tool, rule }: PeerSuppression, policy: Policy): boolean {
  return rule === undefined || rulesFor(policy, tool).includes(normalised(rule));
}

/** `AVD-AWS-0057` and `aws-0057` are `AWS-0057`; a rule of Semgrep is the last part of its path. */
function normalised(rule: string): string {
  const short = rule.replace(/^AVD-/i, '');
  if (/^(?:aws|azu|gcp)-\d{4}$/i.test(short)) return short.toUpperCase();
  return short.slice(short.lastIndexOf('.') + 1);
}
