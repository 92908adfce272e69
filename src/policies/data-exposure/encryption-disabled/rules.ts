import type { Stack } from '../../../facts/stack.js';
import type { Severity } from '../../../findings/severity.js';
import type { Setting } from '../../../model/setting.js';
import type { Store } from '../../../model/store.js';

/** How one kind of store is judged. */
export interface EncryptionRule {
  readonly setting: Setting<boolean>;
  readonly severity: Severity;
  /** Off unless said otherwise. */
  readonly absent: boolean;
  readonly fixable: boolean;
  readonly note?: string;
  readonly strictOnly?: true;
  readonly says: string;
}

const stored = 'is not encrypted at rest';

/** The rule for a store; undefined for kinds that the platform always encrypts. */
export function ruleOf(store: Store, stack: Stack): EncryptionRule | undefined {
  const base = { setting: store.encrypted, severity: 'medium', absent: false, fixable: true, says: stored } as const;
  switch (store.store) {
    case 'queue':
      return base;
    case 'stream':
      return store.service === 'kinesis' ? { ...base, absent: true } : undefined;
    case 'delivery-stream':
      return { ...base, absent: true };
    case 'topic':
      return store.service === 'sns' ? topicRule(store, stack) : undefined;
    case 'cache':
    case 'search':
    case 'database':
    case 'file-system': {
      const absent = stack.functions.length > 0;
      return { ...base, absent, fixable: false, severity: isOutOfReach(store, stack) ? 'low' : base.severity };
    }
    case 'key':
      return {
        ...base,
        setting: store.keyRotation,
        severity: 'low',
        strictOnly: true,
        absent: true,
        says: 'has no yearly automatic rotation',
      };
    case 'table':
    case 'bucket':
    case 'secret':
    case 'parameter':
    case 'bus':
    case 'state-machine':
    case 'account':
      return undefined;
  }
}

/** These answer inside a network: where no function is in one or is told of the store, nothing serverless here uses it. */
function isOutOfReach({ id, store }: Store, { functions }: Stack): boolean {
  if (store === 'search' || functions.length === 0) return false;
  return functions.every(
    ({ insideVpc, environment, environmentOpen }) =>
      insideVpc.kind === 'absent' && !environmentOpen && !environment.some(({ to }) => to === id),
  );
}

/** The key that AWS manages shuts out services that publish, so it is offered only where none is seen. */
function topicRule(store: Store, stack: Stack): EncryptionRule {
  const isFed =
    stack.resourcePolicies.some(({ target }) => target === store.id) ||
    stack.stores.some(({ leadsTo }) => leadsTo.includes(store.id)) ||
    stack.alarms.length > 0 ||
    /alarm|alert|notif|budget/i.test(store.id);
  return {
    setting: store.encrypted,
    severity: 'low',
    strictOnly: true,
    absent: true,
    fixable: !isFed,
    note: 'After this edit services such as S3, EventBridge and CloudWatch alarms can no longer publish to the topic: the AWS managed key does not admit them.',
    says: 'has no server-side encryption',
  };
}
