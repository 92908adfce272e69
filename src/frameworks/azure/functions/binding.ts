import type { Level } from '../../../clouds/azure/apis/auth-levels.js';
import type { Section } from '../../../clouds/values/section.js';
import type { Setting } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import type { StoreKind } from '../../../model/store.js';
import type { TriggerKind } from '../../../model/trigger.js';
import { textOf, type Value, valueAt } from '../../../model/value.js';

/** One trigger, input or output of a function, from whatever model declares it. */
export interface Binding {
  /** In lower case, without `trigger`: `http`, `queue`, `servicebus`. */
  readonly type: string;
  readonly direction: 'trigger' | 'in' | 'out';
  readonly at: Span;
  readonly section: Section;
}

/** One function of an app. */
export interface DeclaredFunction {
  readonly name: string;
  readonly at: Span;
  readonly whole: Span;
  readonly bindings: readonly Binding[];
  /** Bindings may be there that could not be read. */
  readonly open: boolean;
  readonly disabled: Setting<boolean>;
  /** How often the platform calls it again with an event that made it fail; negative: without end. */
  readonly retries: Setting<number>;
  readonly handler: Setting<string>;
  readonly codeRoot: string;
  /** Its own code looks at who is calling. */
  readonly checksCallers: boolean;
  /** What holds when a route says nothing of its callers. */
  readonly otherwise: Setting<Level>;
}

interface Kind {
  readonly trigger: TriggerKind;
  readonly store: StoreKind;
  readonly service: string;
  /** Where its name stands; the first that is there. */
  readonly names: readonly string[];
}

const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['queue', { trigger: 'queue', store: 'queue', service: 'storage-queue', names: ['queueName'] }],
  ['blob', { trigger: 'bucket', store: 'bucket', service: 'storage-blob', names: ['path'] }],
  ['table', { trigger: 'other', store: 'table', service: 'storage-table', names: ['tableName'] }],
  ['servicebus', { trigger: 'queue', store: 'queue', service: 'servicebus', names: ['queueName', 'topicName'] }],
  ['eventhub', { trigger: 'stream', store: 'stream', service: 'eventhubs', names: ['eventHubName', 'path'] }],
  ['cosmosdb', { trigger: 'stream', store: 'table', service: 'cosmosdb', names: ['containerName', 'collectionName'] }],
  ['eventgrid', { trigger: 'bus', store: 'bus', service: 'eventgrid', names: ['topicEndpointUri'] }],
  ['timer', { trigger: 'schedule', store: 'bus', service: 'timer', names: [] }],
]);

/** The kind of trigger that a binding is. */
export function triggerKindOf({ type, section }: Binding): TriggerKind {
  if (type === 'servicebus' && valueAt(section.map, 'topicName') !== undefined) return 'topic';
  return kinds.get(type)?.trigger ?? 'other';
}

/** What a binding reads from or writes to. */
export interface Place {
  /** The same for the same queue, container or topic. */
  readonly id: string;
  readonly name: string;
  readonly at: Span;
  readonly store: StoreKind;
  readonly service: string;
}

/** The place of a binding; undefined when it has none or it is not known. */
export function placeOf({ type, section }: Binding): Place | undefined {
  const kind = kinds.get(type);
  const value = kind?.names.map((name) => valueAt(section.map, name)).find((found) => textOf(found) !== undefined);
  const written = textOf(value);
  if (kind === undefined || value === undefined || written === undefined || written === '') return undefined;
  const name = type === 'blob' ? containerOf(written) : written;
  const isTopic = type === 'servicebus' && valueAt(section.map, 'topicName') === value;
  const account = accountOf(section.map);
  return {
    id: `${isTopic ? 'topic' : type} ${name}${account === '' ? '' : ` of ${account}`}`,
    name,
    at: value.at,
    store: isTopic ? 'topic' : kind.store,
    service: kind.service,
  };
}

/** The container of `images/small/{name}.png`. */
function containerOf(path: string): string {
  return (path.split('/')[0] ?? path).toLowerCase();
}

/** Which objects of its container a path is about: what comes before its first variable and after its last one. */
export function objectsOf({ section }: Binding): { readonly prefix: string; readonly suffix: string } {
  const path = textOf(valueAt(section.map, 'path')) ?? '';
  const within = path.includes('/') ? path.slice(path.indexOf('/') + 1) : '{name}';
  const [first, last] = [within.indexOf('{'), within.lastIndexOf('}')];
  return first === -1
    ? { prefix: within, suffix: '' }
    : { prefix: within.slice(0, first), suffix: within.slice(last + 1) };
}

function accountOf(map: Value | undefined): string {
  const account = textOf(valueAt(map, 'connection')) ?? '';
  return account === 'AzureWebJobsStorage' ? '' : account;
}
