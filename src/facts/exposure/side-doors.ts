import type { Directory } from '../../model/directory.js';
import type { ServerlessFunction } from '../../model/function.js';
import type { Model } from '../../model/model.js';
import { known, when } from '../../model/setting.js';
import type { Trigger } from '../../model/trigger.js';
import { type Door, plainly } from './door.js';

/** Ways in that are no routes and addresses: guests of a directory, requests to a CDN, mail. */
export function sideDoors({ directories = [], functions, triggers }: Model): readonly Door[] {
  return [...directories.flatMap(doorOfGuests), ...functions.flatMap(doorAtEdge), ...triggers.flatMap(doorOfMail)];
}

/** Whoever asks an identity pool that knows guests gets what their role may do. */
function doorOfGuests(directory: Directory): readonly Door[] {
  if (directory.kind !== 'identity-pool') return [];
  const { id, guests, guestRole } = directory;
  const of = guestRole === undefined ? '' : ` of ${plainly(guestRole)}`;
  const words = `get credentials${of} from ${plainly(id)} as guests`;
  const isOn = when(guests, (on) => on) !== undefined;
  return [{ id: `guests ${id}`, words, caller: isOn ? 'anyone' : guests.kind === 'unknown' ? 'unknown' : 'nobody' }];
}

/** What runs at the edge runs for every request, before anything asks who sends it. */
function doorAtEdge({ id, purpose }: ServerlessFunction): readonly Door[] {
  if (purpose !== 'edge') return [];
  return [{ id: `edge ${id}`, words: `start ${plainly(id)} by requests to its CDN`, caller: 'anyone', function: id }];
}

/** Mail comes from anywhere. */
function doorOfMail({ trigger, function: fn, enabled }: Trigger): readonly Door[] {
  if (trigger !== 'email' || fn === undefined || known(enabled) === false) return [];
  return [{ id: `mail ${fn}`, words: `start ${plainly(fn)} by e-mail`, caller: 'anyone', function: fn }];
}
