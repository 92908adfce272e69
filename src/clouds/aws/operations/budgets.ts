import type { Budget } from '../../../model/store.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import type { Codec } from '../../values/codec.js';
import { declarationOf, type Mapping, setting } from '../mapping.js';

/** Budgets with their notifications, and watches for unusual costs with their subscribers. */
export function mapBudgets(mapping: Mapping): readonly Budget[] {
  const budgets = mapping.ofType('AWS::Budgets::Budget').map(
    (declared): Budget => ({
      ...declarationOf(declared),
      kind: 'budget',
      notifies: setting(declared, ['NotificationsWithSubscribers'], told(hasSubscribers)),
      early: setting(declared, ['NotificationsWithSubscribers'], told(isEarly)),
    }),
  );
  const watches = mapping.ofType('AWS::CE::AnomalySubscription').map(
    (declared): Budget => ({
      ...declarationOf(declared),
      kind: 'budget',
      notifies: setting(
        declared,
        ['Subscribers'],
        told(() => true),
      ),
      early: setting(
        declared,
        ['Subscribers'],
        told(() => true),
      ),
    }),
  );
  return [...budgets, ...watches];
}

function told(holds: (entry: Value) => boolean): Codec<boolean> {
  return {
    read: (value) => {
      if (value.kind !== 'list') return undefined;
      return value.items.some(holds) || (value.open ? undefined : false);
    },
    write: () => undefined,
  };
}

/** What is not known may be somebody. */
function hasSubscribers(entry: Value): boolean {
  const subscribers = valueAt(entry, 'Subscribers');
  return subscribers?.kind !== 'list' ? subscribers !== undefined : subscribers.open || subscribers.items.length > 0;
}

/** A share of the budget below all of it, or a forecast; amounts are not compared. */
function isEarly(entry: Value): boolean {
  const notification = valueAt(entry, 'Notification');
  const threshold = Number(textOf(valueAt(notification, 'Threshold')) ?? 'unknown');
  const isForecast = textOf(valueAt(notification, 'NotificationType')) === 'FORECASTED';
  const isAmount = textOf(valueAt(notification, 'ThresholdType')) === 'ABSOLUTE_VALUE';
  return isForecast || isAmount || Number.isNaN(threshold) || threshold <= 100 || itemsOf(notification).length === 0;
}
