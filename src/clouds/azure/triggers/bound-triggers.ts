import type { Trigger, TriggerKind } from '../../../model/trigger.js';
import { type Value, valueAt } from '../../../model/value.js';
import { plainTrigger } from '../../plain/trigger.js';
import { termOf } from '../../values/terms.js';
import { type BoundFunction, boundFunctions } from '../functions/bound-functions.js';
import { declarationOf, type Mapping, nameOf } from '../mapping.js';

const kinds: ReadonlyMap<string, TriggerKind> = new Map<string, TriggerKind>([
  ['queuetrigger', 'queue'],
  ['servicebustrigger', 'queue'],
  ['blobtrigger', 'other'],
  ['eventhubtrigger', 'stream'],
  ['timertrigger', 'schedule'],
]);

/** Functions that messages, objects and clocks start. Each has a way of its own to keep what fails. */
export function boundTriggers(mapping: Mapping): readonly Trigger[] {
  const named = storesByName(mapping);
  return boundFunctions(mapping)
    .filter(({ type }) => type !== 'httptrigger')
    .map((bound) => triggerOf(mapping, bound, named));
}

type Names = ReadonlyMap<string, string | undefined>;

function triggerOf(mapping: Mapping, bound: BoundFunction, named: Names): Trigger {
  const { site, fn, binding, type } = bound;
  const place = placeOf(mapping, binding, named);
  const source = place?.id;
  const back = place === undefined || source === undefined ? undefined : answerTo(mapping, bound, { place, named });
  return plainTrigger({
    ...declarationOf(fn),
    trigger: kinds.get(type) ?? 'other',
    source,
    sourceName: place?.text,
    function: site.id,
    onFailure: { kind: 'unknown', at: fn.at, because: 'retry policy' },
    ...(back && source !== undefined && { answersTo: { id: source, at: back.at } }),
  });
}

/** A queue, topic or container, and which objects of it are meant. */
interface Place {
  readonly id: string | undefined;
  readonly text: string;
  /** Of objects: the literal beginning and end of their names. */
  readonly prefix: string;
  readonly suffix: string;
}

const placeNames = ['queueName', 'topicName', 'eventHubName', 'path'] as const;

function placeOf(mapping: Mapping, binding: Value, named: Names): Place | undefined {
  const [written] = placeNames.flatMap((name) => valueAt(binding, name) ?? []);
  const term = termOf(written);
  if (term === undefined) return undefined;
  const [name = '', ...rest] = term.text.split('/');
  const objects = rest.join('/');
  const open = objects.search(/[{$]/);
  const prefix = open < 0 ? objects : objects.slice(0, open);
  const suffix = open < 0 ? objects : objects.slice(objects.lastIndexOf('}') + 1);
  return { id: mapping.referent(written) ?? named.get(name), text: term.text, prefix, suffix };
}

interface Source {
  readonly place: Place;
  readonly named: Names;
}

/** The output by which a function puts what it makes where it comes from. */
function answerTo(mapping: Mapping, { outputs }: BoundFunction, { place, named }: Source): Value | undefined {
  return outputs.find((output) => {
    const other = placeOf(mapping, output, named);
    if (other === undefined || other.id !== place.id) return false;
    return other.prefix.startsWith(place.prefix) && other.suffix.endsWith(place.suffix);
  });
}

/** Queues and containers by name, where only one is called so. */
function storesByName(mapping: Mapping): Names {
  const names = new Map<string, string | undefined>();
  const stores = mapping.ofType(
    'microsoft.storage/storageaccounts/queueservices/queues',
    'microsoft.servicebus/namespaces/queues',
    'microsoft.storage/storageaccounts/blobservices/containers',
  );
  for (const store of stores) {
    const name = nameOf(store);
    if (name !== undefined) names.set(name, names.has(name) ? undefined : store.id);
  }
  return names;
}
