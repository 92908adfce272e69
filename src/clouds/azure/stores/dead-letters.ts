import { fixed, type Setting } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import type { Redrive, WriteRedrive } from '../../../model/store.js';
import { type Codec, mapped, number } from '../../values/codec.js';

const target = 'dead letters';

/** How often Service Bus delivers a message before it is put aside. */
export const deliveries: Codec<Redrive, WriteRedrive> = mapped<number, Redrive, WriteRedrive>(
  number,
  (maximumReceives) => ({ target, maximumReceives }),
  (redrive) => (redrive === 'new' ? undefined : redrive.maximumReceives),
);

/** Service Bus keeps undeliverable messages in the queue's own part for dead letters; ten deliveries unless told otherwise. */
export function afterDeliveries(said: Setting<Redrive, WriteRedrive>, at: Span): Setting<Redrive, WriteRedrive> {
  return said.kind === 'absent' ? fixed({ target, maximumReceives: 10 }, at) : said;
}

/** Other queues keep what was delivered five times. */
export function keptAside(at: Span): Setting<Redrive, WriteRedrive> {
  return fixed({ target, maximumReceives: 5 }, at);
}
