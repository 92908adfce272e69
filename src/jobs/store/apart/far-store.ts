import type { Store } from '../store.js';
import type { Ask } from './protocol.js';

/** Every method of the store, asked in its thread. */
export function farStore(ask: Ask): Store {
  return {
    tasks: farTasks((method) => ask('tasks', method)),
    turns: farTurns((method) => ask('turns', method)),
    limits: { reserveWrite: ask('limits', 'reserveWrite'), block: ask('limits', 'block') },
    deliveries: farDeliveries((method) => ask('deliveries', method)),
    history: {
      record: ask('history', 'record'),
      unreviewed: ask('history', 'unreviewed'),
      forget: ask('history', 'forget'),
    },
    cache: { get: ask('cache', 'get'), set: ask('cache', 'set'), shrink: ask('cache', 'shrink') },
    tidy: ask(undefined, 'tidy'),
    probe: ask(undefined, 'probe'),
    close: ask(undefined, 'close'),
  };
}

type AskPart = (method: string) => ReturnType<Ask>;

function farTasks(ask: AskPart): Store['tasks'] {
  return {
    accept: ask('accept'),
    enqueue: ask('enqueue'),
    take: ask('take'),
    done: ask('done'),
    postpone: ask('postpone'),
    beat: ask('beat'),
    recover: ask('recover'),
    backlog: ask('backlog'),
    ready: ask('ready'),
  };
}

function farTurns(ask: AskPart): Store['turns'] {
  return {
    call: ask('call'),
    next: ask('next'),
    callUpkeep: ask('callUpkeep'),
    nextUpkeep: ask('nextUpkeep'),
    close: ask('close'),
  };
}

function farDeliveries(ask: AskPart): Store['deliveries'] {
  return { missing: ask('missing'), asked: ask('asked'), born: ask('born'), forget: ask('forget') };
}
