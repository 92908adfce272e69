import type { WriteFailureTarget } from '../../../model/function.js';
import type { Literal } from '../../../model/literal.js';
import type { Trigger } from '../../../model/trigger.js';
import { textOf, valueAt } from '../../../model/value.js';
import { type Codec, number, target } from '../../values/codec.js';
import { type Section, settingOf } from '../../values/section.js';
import { withWrite } from '../../values/writes.js';
import { plainJson } from '../plain-data.js';

const said: Codec<boolean> = {
  read: (value) => (value.kind === 'unknown' || value.kind === 'choice' ? undefined : true),
  write: () => undefined,
};

/** Where a rule or a subscription puts events that it cannot deliver. The queue's policy must let it, so none is added. */
export function pushFailure(section: Section, path: readonly string[]): Pick<Trigger, 'onFailure'> {
  const [container = ''] = path;
  const config = valueAt(section.map, container);
  const isSam = textOf(valueAt(config, 'Type')) !== undefined && valueAt(config, ...path.slice(1)) === undefined;
  const read = isSam ? settingOf(section, [container, 'Type'], target) : settingOf(section, path, target);
  return { onFailure: withWrite<string, Literal, WriteFailureTarget>(read, () => () => undefined) };
}

export function retrySettings(
  section: Section,
  path: readonly string[],
): Pick<Trigger, 'maximumRetries' | 'maximumAge'> {
  return {
    maximumRetries: settingOf(section, [...path, 'MaximumRetryAttempts'], number),
    maximumAge: settingOf(section, [...path, 'MaximumEventAgeInSeconds'], number),
  };
}

/** An event pattern or filter policy: whether there is one, and what it says as far as it is known. */
export function patternSettings(section: Section, key: string): Pick<Trigger, 'pattern' | 'filtered'> {
  return { pattern: plainJson(valueAt(section.map, key)), filtered: settingOf(section, [key], said) };
}
