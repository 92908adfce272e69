import type { Role } from '../../model/identity.js';
import type { Model } from '../../model/model.js';
import { known } from '../../model/setting.js';
import type { StoreKind } from '../../model/store.js';
import type { TriggerKind } from '../../model/trigger.js';
import type { StackNames } from './stack-arns.js';
import { type Statement, statementFrom } from './statement.js';

/** What SAM grants for a destination, by its kind: https://github.com/aws/serverless-application-model, `model/role_utils` and `eventsources`. */
const actions: ReadonlyMap<StoreKind, string> = new Map([
  ['queue', 'sqs:SendMessage'],
  ['topic', 'sns:Publish'],
]);

/** Triggers whose failed events the function's own role hands on. */
const pulled: ReadonlySet<TriggerKind> = new Set<TriggerKind>(['stream', 'kafka']);

/** What a role that SAM makes gets by itself: to hand failed events to the queues and topics that its function names for them. */
export function destinationStatements(role: Role, model: Model, names: StackNames): readonly Statement[] {
  if (!role.generated || model.framework !== 'sam') return [];
  const functions = model.functions.filter((fn) => known(fn.role) === role.id);
  const own = new Set(functions.map(({ id }) => id));
  const settings = [
    ...functions.map(({ onFailure }) => onFailure),
    ...model.triggers.flatMap((trigger) =>
      pulled.has(trigger.trigger) && own.has(trigger.function ?? '') ? [trigger.onFailure] : [],
    ),
  ];
  const kinds = new Map(model.stores.map(({ id, store }) => [id, store]));
  return settings.flatMap((setting) => {
    const target = known(setting) ?? '';
    const action = actions.get(kinds.get(target) ?? 'table');
    const arn = names.arnOf(target);
    if (action === undefined || arn === undefined) return [];
    return statementFrom({
      effect: 'allow',
      actions: { texts: [action], except: false },
      resources: { texts: [arn], except: false },
      when: [],
      name: 'what SAM adds for failed events',
      at: setting.at,
    });
  });
}
