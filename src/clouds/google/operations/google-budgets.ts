import { fixed, type Setting } from '../../../model/setting.js';
import type { Budget } from '../../../model/store.js';
import { entryOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { type Declared, declarationOf, type GoogleStack, ofAsset, property, setting } from '../google-stack.js';

/** Budgets of billing accounts (https://cloud.google.com/billing/docs/reference/budget/rest/v1/billingAccounts.budgets). */
export function googleBudgets(stack: GoogleStack): readonly Budget[] {
  return ofAsset(stack, 'billingbudgets.googleapis.com/Budget').map((declared) => ({
    ...declarationOf(declared),
    kind: 'budget',
    notifies: isMuted(declared) ? fixed(false, declared.at) : rulesOf(declared, () => true),
    early: rulesOf(declared, isEarly),
  }));
}

/** Whoever manages the billing account is told at each threshold, unless that is switched off and nobody else is named. */
function isMuted(declared: Declared): boolean {
  const rule = property(declared, 'notificationsRule');
  const isOff = textOf(valueAt(rule, 'disableDefaultIamRecipients')) === 'true';
  const others = ['pubsubTopic', 'monitoringNotificationChannels'].some((key) => entryOf(rule, key) !== undefined);
  return isOff && !others;
}

function rulesOf(declared: Declared, holds: (rule: Value) => boolean): Setting<boolean> {
  return setting<boolean, boolean>(declared, ['thresholdRules'], {
    read: (value) => {
      if (value.kind !== 'list') return undefined;
      return value.items.some(holds) || (value.open ? undefined : false);
    },
    write: () => undefined,
  });
}

/** A share is written as a part of one. */
function isEarly(rule: Value): boolean {
  const share = Number(textOf(valueAt(rule, 'thresholdPercent')) ?? 'unknown');
  return textOf(valueAt(rule, 'spendBasis')) === 'FORECASTED_SPEND' || Number.isNaN(share) || share <= 1;
}
