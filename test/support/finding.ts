import type { Placed } from '../../src/findings/finding.js';
import { indexLines, positionOf } from '../../src/findings/lines.js';
import { sourcesOf } from '../../src/findings/sources.js';
import type { Edit } from '../../src/model/span.js';
import type { Review } from '../../src/review.js';
import type { Topic } from '../../src/topics/topic.js';

/** A new high finding of `function-url-open` on a written line; tests change what they are about. */
export function finding(changed: Partial<Placed> = {}): Placed {
  return {
    policy: 'function-url-open',
    threat: 'broken-authentication',
    severity: 'high',
    confidence: 'high',
    fails: 'by-severity',
    isSecret: false,
    strictOnly: false,
    everywhere: false,
    message: 'The URL of Hello is open to anyone.',
    resource: 'Hello',
    thing: { kind: 'function', id: 'Hello', behind: [] },
    names: ['Hello'],
    framework: 'sam',
    stack: 'template.yaml',
    at: { path: 'template.yaml', start: 0, end: 1 },
    start: { line: 1, column: 1 },
    end: { line: 1, column: 2 },
    fingerprint: 'f1',
    suppressed: null,
    fix: null,
    status: 'introduced',
    place: 'comment',
    side: 'right',
    ...changed,
  };
}

/** A finding on the text `from` of a file, with the verified fix that writes `to` in its place. */
export function fixable(text: string, from: string, to: string, changed: Partial<Placed> = {}): Placed {
  const start = text.indexOf(from);
  const path = changed.at?.path ?? 'template.yaml';
  const edit: Edit = { path, start, end: start + from.length, text: to };
  const index = indexLines(text);
  return finding({
    at: { path, start, end: start + from.length },
    start: positionOf(index, start),
    end: positionOf(index, start + from.length),
    fix: { class: 'exact', verified: true, edits: [edit] },
    ...changed,
  });
}

/** A comment about one finding, on its lines. */
function topicOf(one: Placed): Topic {
  return {
    path: one.at.path,
    side: one.side,
    range: { first: one.start.line, last: one.end.line },
    findings: [one],
    replacement: undefined,
    fixed: new Set(),
    beside: new Set(),
    left: [],
  };
}

function isCommented({ place, status, suppressed }: Placed): boolean {
  return place === 'comment' && suppressed === null && (status === 'introduced' || status === 'worsened');
}

/** A finished review with these findings. */
export function reviewOf(findings: readonly Placed[], changed: Partial<Review> = {}): Review {
  return {
    findings,
    notices: [],
    suppressionsAdded: [],
    topics: findings.filter(isCommented).map(topicOf),
    texts: sourcesOf(new Map()),
    effects: [],
    stats: { stacks: 1, files: 1, lines: 10, unresolved: 0, milliseconds: 5 },
    ...changed,
  };
}
