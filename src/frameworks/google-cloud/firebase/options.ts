import { expressionValue } from '../../../languages/javascript/expression-value.js';
import type { Span } from '../../../model/span.js';
import type { TriggerKind } from '../../../model/trigger.js';
import type { MapValue, Value } from '../../../model/value.js';
import type { Exported } from './source-file.js';

/** How the platform starts an exported function. */
export interface Start {
  readonly kind: TriggerKind | 'request' | 'call';
  /** The topic, bucket ... as written. */
  readonly source: Value | undefined;
}

const kinds = new Map<string, Start['kind']>([
  ['onRequest', 'request'],
  ['onCall', 'call'],
  ['onCallGenkit', 'call'],
  ['onMessagePublished', 'topic'],
  ['onPublish', 'topic'],
  ['onObjectFinalized', 'bucket'],
  ['onObjectDeleted', 'bucket'],
  ['onObjectArchived', 'bucket'],
  ['onObjectMetadataUpdated', 'bucket'],
  ['onFinalize', 'bucket'],
  ['onArchive', 'bucket'],
  ['onMetadataUpdate', 'bucket'],
  ['onSchedule', 'schedule'],
  ['onRun', 'schedule'],
  ['onTaskDispatched', 'queue'],
  ['onDispatch', 'queue'],
  ['onCustomEventPublished', 'bus'],
  ['beforeUserCreated', 'userpool'],
  ['beforeUserSignedIn', 'userpool'],
]);
const changes = /^on(?:Document|Value|Create|Update|Delete|Write)/;

/** What starts an export; undefined if it is no function of the platform. */
export function startOf({ steps, evaluation }: Exported): Start | undefined {
  const last = steps.at(-1);
  if (last?.arguments === undefined) return undefined;
  const kind = kinds.get(last.name) ?? (changes.test(last.name) ? 'stream' : undefined);
  if (kind === undefined) return undefined;
  const first = last.arguments[0];
  const named = steps.find(({ name }) => name === 'topic' || name === 'bucket')?.arguments?.[0] ?? first;
  return { kind, source: named && expressionValue(evaluation, named) };
}

/** The options of an export, those that all functions share first. Absent ones belong to the export's line. */
export function optionsOf({ steps, evaluation }: Exported, shared: Value | undefined, at: Span): MapValue {
  const given = [...steps.filter(({ name }) => name === 'runWith'), ...steps.slice(-1)];
  const own = given
    .flatMap((step) => step.arguments?.slice(0, 1) ?? [])
    .map((node) => expressionValue(evaluation, node));
  const maps = [shared, ...own].filter((value) => value !== undefined);
  const entries = maps.flatMap((value) => (value.kind === 'map' ? value.entries : []));
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const isOpen = maps.some((value) =>
    value.kind === 'map' ? value.open : value.kind === 'unknown' && value !== own.at(-1),
  );
  const last = own.findLast((value) => value.kind === 'map');
  return { kind: 'map', entries: [...byKey.values()], open: isOpen, at: last?.at ?? { ...at, end: at.start } };
}
