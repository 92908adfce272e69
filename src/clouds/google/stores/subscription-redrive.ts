import type { Redrive, Store, WriteRedrive } from '../../../model/store.js';
import { number } from '../../values/codec.js';
import { type Declared, property, referent, setting } from '../google-stack.js';

/** A subscription redelivers for as long as it keeps messages, unless it has a topic for dead letters. */
export function redriveOf(declared: Declared): Store['redrive'] {
  const attempts = property(declared, 'deadLetterPolicy', 'maxDeliveryAttempts');
  return setting<Redrive, WriteRedrive>(declared, ['deadLetterPolicy'], {
    read: (value) => {
      if (value.kind !== 'map') return undefined;
      const target = referent(property(declared, 'deadLetterPolicy', 'deadLetterTopic'));
      return { target, maximumReceives: attempts === undefined ? 5 : number.read(attempts) };
    },
    write: (redrive) =>
      redrive === 'new'
        ? undefined
        : {
            deadLetterTopic: { refersTo: redrive.queue, attribute: 'id' },
            maxDeliveryAttempts: Math.max(redrive.maximumReceives, fewestAttempts),
          },
  });
}

/** Pub/Sub takes 5 to 100. */
const fewestAttempts = 5;
