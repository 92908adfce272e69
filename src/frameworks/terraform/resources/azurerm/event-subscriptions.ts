import type { FailureTarget, WriteFailureTarget } from '../../../../model/function.js';
import type { Setting } from '../../../../model/setting.js';
import type { Trigger } from '../../../../model/trigger.js';
import { type Declared, declaredOf, type Mapping, property, referent, same, setting } from '../cloud.js';
import { block, type Fields } from '../field.js';
import { appFields } from './app-fields.js';
import { triggerOf } from './triggers.js';

const subscription: Fields = {
  ...same('scope', 'system_topic'),
  azure_function_endpoint: block('azure_function_endpoint', same('function_id')),
  webhook_endpoint: block('webhook_endpoint', same('url')),
  dead_letters: block(
    'storage_blob_dead_letter_destination',
    same('storage_account_id', 'storage_blob_container_name'),
  ),
};

const fields: Readonly<Record<string, Fields>> = {
  azurerm_eventgrid_event_subscription: subscription,
  azurerm_eventgrid_system_topic_event_subscription: subscription,
};

/** The types of subscriptions to events. */
export const subscriptionTypes: readonly string[] = Object.keys(fields);

/** Events of Event Grid that functions of the stack are sent. */
export function eventTriggers(mapping: Mapping): readonly Trigger[] {
  const apps = new Set(declaredOf(mapping, appFields).map(({ id }) => id));
  return declaredOf(mapping, fields).flatMap((declared) => {
    const to =
      referent(property(declared, 'azure_function_endpoint', 'function_id')) ??
      referent(property(declared, 'webhook_endpoint', 'url'));
    if (to === undefined || !apps.has(to)) return [];
    const source = referent(property(declared, 'scope')) ?? referent(property(declared, 'system_topic'));
    const trigger: Trigger = {
      ...triggerOf(declared, to),
      trigger: 'cloudevent',
      source,
      sourceName: source,
      onFailure: deadLettersOf(declared),
    };
    return [trigger];
  });
}

function deadLettersOf(declared: Declared): Setting<FailureTarget, WriteFailureTarget> {
  return setting<FailureTarget, WriteFailureTarget>(declared, ['dead_letters'], {
    read: (value) => {
      if (value.kind !== 'map') return undefined;
      const place = property(declared, 'dead_letters', 'storage_account_id');
      return referent(place) ?? 'dead letters';
    },
    write: () => undefined,
  });
}
