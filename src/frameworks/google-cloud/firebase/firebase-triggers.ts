import { plainTrigger } from '../../../clouds/plain/trigger.js';
import { type Codec, flag } from '../../../clouds/values/codec.js';
import { settingOf } from '../../../clouds/values/section.js';
import { firstSaid } from '../../../clouds/values/writes.js';
import type { Trigger } from '../../../model/trigger.js';
import { textOf, valueAt } from '../../../model/value.js';
import { type Deployed, optionSection } from './firebase-functions.js';
import { startOf } from './options.js';

/** What starts a function apart from requests and calls. */
export function triggerOf(deployed: Deployed): readonly Trigger[] {
  const { exported } = deployed;
  const start = startOf(exported);
  if (start === undefined || start.kind === 'request' || start.kind === 'call') return [];
  const { name, at, whole } = exported;
  const sourceName = textOf(start.source) ?? textOf(valueAt(start.source, start.kind));
  const resource = { id: `${name}.${start.kind}`, type: start.kind, at, whole };
  const trigger = plainTrigger({ ...resource, trigger: start.kind, source: undefined, sourceName, function: name });
  if (bounded.has(start.kind)) return [trigger];
  const section = optionSection(deployed);
  const maximumRetries = firstSaid(
    settingOf(section, ['retry'], retries),
    settingOf(section, ['failurePolicy'], retries),
  );
  return [{ ...trigger, maximumRetries }];
}

/** Kinds whose options say how often they try again. */
const bounded: ReadonlySet<Trigger['trigger']> = new Set<Trigger['trigger']>(['schedule', 'queue', 'userpool']);

/** Retried until the event expires, or not at all: the first generation also writes `{ retry: {} }`. */
const retries: Codec<number> = {
  read: (value) => {
    if (value.kind === 'map') return valueAt(value, 'retry') === undefined ? 0 : -1;
    const on = flag.read(value);
    return on === undefined ? undefined : on ? -1 : 0;
  },
  write: () => undefined,
};
