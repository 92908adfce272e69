import type { Stack } from '../../../facts/stack.js';
import { inBranch, known, when } from '../../../model/setting.js';
import type { Store } from '../../../model/store.js';
import { definePolicy, type Problem, proposeFix } from '../../definition.js';

export default definePolicy({
  id: 'data-lifecycle-missing',
  several: ['stores', 'never expire their data, or cannot restore it'],
  threat: 'data-exposure',
  title: 'Data never expires, or cannot be restored',
  severity: 'low',
  why: 'Data that is no longer needed adds to what a leak exposes, and data that an attacker deletes is lost without a backup.',
  remedy:
    'Give the store a time to live or a lifecycle rule, and turn on point-in-time recovery for tables that unauthenticated callers can write to.',
  acceptable: 'The data must be kept, and another process deletes it when it need not be.',
  references: {
    owasp: ['OW3'],
    csa: ['SAS-12'],
    cwe: ['CWE-359'],
    peers: [
      ...['FSBP DynamoDB.2', 'FSBP S3.13', 'CKV_AWS_28', 'CKV2_AWS_61', 'CKV_AWS_300', 'AWS-0024', 'W78'],
      'AwsSolutions-DDB3',
    ],
    links: {
      aws: [
        'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html',
        'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
        'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery.html',
      ],
      azure: ['https://learn.microsoft.com/azure/storage/blobs/lifecycle-management-overview'],
      google: ['https://cloud.google.com/storage/docs/lifecycle'],
    },
  },

  // Left out: stores whose names promise nothing, legal holds, queues (they forget by themselves), and images of table streams.
  *check(stack) {
    const written = writtenByTheOpen(stack);
    for (const store of stack.stores) {
      if (store.isHeld !== true) yield* keptProblems(store);
      if (written.has(store.id)) yield* recoveryProblems(store);
    }
  },
});

/** Names of what is sensitive or of use for a while only, as words of their own. */
const highRisk = /^(?:sessions?|tokens?|otps?|cache|uploads?|tmp|temp|exports?|logs?|pii|audits?)$/;
const uploads = /^uploads?$/;

function* keptProblems(store: Store): Iterable<Problem> {
  const word = wordsOf(store).find((one) => highRisk.test(one));
  const match = store.lifecycle && when(store.lifecycle, (ends) => !ends, { absent: true });
  if (word === undefined) return;
  if (match) {
    const message = `Data in ${store.id} never expires${inBranch(match)}.`;
    yield {
      about: store,
      at: match.at,
      confidence: 'medium',
      message,
      discriminator: 'lifecycle',
      advice: adviceFor(store),
    };
    return;
  }
  const ends = uploads.test(word) && store.endsUploads ? when(store.endsUploads, (on) => !on) : undefined;
  if (ends === undefined) return;
  const message = `${store.id} keeps parts of unfinished uploads${inBranch(ends)}.`;
  yield { about: store, at: ends.at, confidence: 'medium', message, discriminator: 'uploads', advice: abort };
}

const abort = 'AbortIncompleteMultipartUpload:\n  DaysAfterInitiation: 7';

function adviceFor({ store }: Store): string {
  return store === 'table'
    ? 'Write the time at which an item ends into an attribute, and name it as the time to live of the table.'
    : 'Add a lifecycle rule that deletes objects when they are no longer needed.';
}

function wordsOf({ id, name }: Store): readonly string[] {
  const spoken = `${id.slice(id.lastIndexOf('.') + 1)} ${known(name) ?? ''}`.slice(0, 300);
  return spoken
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}

/** The sub-check `no-recovery`: an unauthenticated caller can have a table overwritten, and nothing brings it back. */
function* recoveryProblems(store: Store): Iterable<Problem> {
  const match = store.recovery && when(store.recovery, (on) => !on, { absent: true });
  if (!match) return;
  yield {
    about: store,
    at: match.at,
    confidence: match.confidence,
    discriminator: 'recovery',
    message: `${store.id}, which unauthenticated callers can write to, has no point-in-time recovery${inBranch(match)}.`,
    fix: proposeFix(
      'exact',
      match.write(true),
      'After this edit continuous backups are billed by the size of the table.',
    ),
  };
}

function writtenByTheOpen({ functions, exposure, graph }: Stack): ReadonlySet<string> {
  const open = new Set(functions.filter((fn) => exposure(fn) === 'open').map(({ id }) => id));
  return new Set(graph.edges.flatMap(({ from, to, kind }) => (kind === 'write' && open.has(from) ? [to] : [])));
}
