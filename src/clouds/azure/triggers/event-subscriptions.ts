import type { WriteFailureTarget } from '../../../model/function.js';
import type { Setting } from '../../../model/setting.js';
import type { Trigger } from '../../../model/trigger.js';
import { textOf, type Value, valueAt } from '../../../model/value.js';
import { plainTrigger } from '../../plain/trigger.js';
import { number } from '../../values/codec.js';
import { firstSaid } from '../../values/writes.js';
import type { Declared } from '../deployment.js';
import { appTypes } from '../functions/function-apps.js';
import { declarationOf, type Mapping, property, setting } from '../mapping.js';
import { idByName } from '../names.js';

/** Subscriptions of Event Grid that push events to functions, also by the address of their app. */
export function mapTriggers(mapping: Mapping): readonly Trigger[] {
  return mapping.deployment.resources
    .filter(({ type }) => type.endsWith('/eventsubscriptions') && !type.includes('/namespaces/'))
    .flatMap((subscription) => triggerOf(mapping, subscription));
}

function triggerOf(mapping: Mapping, subscription: Declared): readonly Trigger[] {
  const destination =
    property(subscription, 'properties', 'destination') ??
    property(subscription, 'properties', 'deliveryWithResourceIdentity', 'destination');
  const kind = textOf(valueAt(destination, 'endpointType'))?.toLowerCase();
  const link = valueAt(destination, 'properties', kind === 'webhook' ? 'endpointUrl' : 'resourceId');
  const started = appOf(mapping, link);
  if (kind !== 'azurefunction' && (kind !== 'webhook' || started === undefined)) return [];
  return [
    plainTrigger({
      ...declarationOf(subscription),
      trigger: 'cloudevent',
      source: mapping.referent(subscription.scope) ?? subscription.parent,
      function: started,
      maximumRetries: setting(subscription, ['properties', 'retryPolicy', 'maxDeliveryAttempts'], number),
      onFailure: unsaid(subscription),
    }),
  ];
}

/** Where events go that the function keeps refusing. */
function unsaid(subscription: Declared): Trigger['onFailure'] {
  const place = (key: string): Setting<string, WriteFailureTarget> =>
    setting<string, WriteFailureTarget>(subscription, ['properties', key], {
      read: (value) => (value.kind === 'map' ? 'dead letters' : undefined),
      write: () => undefined,
    });
  return firstSaid(place('deadLetterDestination'), place('deadLetterWithResourceIdentity'));
}

/** The app of `${app.id}/functions/name`, also when that function is named by its own type. */
function appOf(mapping: Mapping, link: Value | undefined): string | undefined {
  const id = mapping.referent(link);
  const name = id === undefined ? undefined : /\/functions\|(.*)\/[^/]*$/.exec(id)?.[1];
  const app =
    name === undefined
      ? id
      : mapping.referent({ kind: 'reference', to: idByName(appTypes[0], name), at: link?.at ?? nowhere });
  const found = mapping.byId.get(app ?? '');
  return found?.type === appTypes[0] ? found.id : mapping.byId.get(found?.parent ?? '')?.id;
}

const nowhere = { path: '', start: 0, end: 0 };
