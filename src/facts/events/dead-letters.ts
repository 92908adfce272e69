import type { Model } from '../../model/model.js';
import { known } from '../../model/setting.js';
import type { Store } from '../../model/store.js';

const places = /dlq|dead/i;

/** A queue that its id or name calls a place for dead letters. */
function isCalledDeadLetters({ id, name }: Store): boolean {
  return [id, known(name) ?? ''].some((text) => places.test(text));
}

/** The only function, broker or channel that is called a place for events that cannot be delivered, other than the subscriber. */
export function deadLetterSink(
  { functions, stores }: Pick<Model, 'functions' | 'stores'>,
  subscriber: string | undefined,
) {
  const holders = stores.filter(({ store }) => store === 'bus' || store === 'topic');
  const [only, ...others] = [...functions, ...holders].filter(({ id }) => places.test(id));
  return others.length === 0 && only?.id !== subscriber ? only?.id : undefined;
}

/** First in, first out: such queues take dead letters of their kind only. */
export function isFifo({ id, name }: Store): boolean {
  return (known(name) ?? id).toLowerCase().endsWith('fifo');
}

/** The stack's only queue for dead letters of the kind, other than `except`; with several, no one can say which is meant. */
export function deadLetterQueue(
  { stores }: Model,
  wanted: { readonly fifo: boolean; readonly except?: string; readonly store?: 'queue' | 'topic' },
): Store | undefined {
  const fitting = stores.filter(
    (store) => store.store === (wanted.store ?? 'queue') && isCalledDeadLetters(store) && store.id !== wanted.except,
  );
  const [only, another] = fitting.filter((store) => isFifo(store) === wanted.fifo);
  return another === undefined ? only : undefined;
}

/** Ids of queues to which others send what they could not deliver. */
export function deadLetterTargets(model: Model): ReadonlySet<string | undefined> {
  return new Set([
    ...model.stores.map(({ redrive }) => known(redrive)?.target),
    ...model.functions.map(({ onFailure }) => known(onFailure)),
    ...model.triggers.map(({ onFailure }) => known(onFailure)),
  ]);
}
