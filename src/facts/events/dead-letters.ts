import type { Model } from '../../model/model.js';
import { known } from '../../model/setting.js';
import type { Store } from '../../model/store.js';

/** A queue that its id or name calls a place for dead letters. */
function isCalledDeadLetters({ id, name }: Store): boolean {
  return [id, known(name) ?? ''].some((text) => /dlq|dead/i.test(text));
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
