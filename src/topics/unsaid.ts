import type { Placed } from '../findings/finding.js';
import type { Profile } from '../findings/outcome.js';
import type { Diff, Topic } from './topic.js';
import { topicsOf } from './topics.js';

/**
 * What of a topic no comment has told: all of it, or what is new of it. Of a part only edits of single findings are
 * offered: those were tried.
 */
export function unsaidOf(
  topic: Topic,
  said: ReadonlySet<Placed>,
  { diff, profile }: { readonly diff: Diff; readonly profile: Profile },
): readonly Topic[] {
  const unsaid = topic.findings.filter((finding) => !said.has(finding));
  if (unsaid.length === topic.findings.length) return [topic];
  return topicsOf(unsaid, diff, { profile, together: (findings) => (findings.length === 1 ? nothing : undefined) });
}

const nothing: ReadonlySet<string> = new Set();
