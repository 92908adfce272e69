import type { Stack } from '../../../facts/stack.js';
import type { ResourcePolicy } from '../../../model/identity.js';
import type { Literal } from '../../../model/literal.js';
import { known } from '../../../model/setting.js';
import type { Edit } from '../../../model/span.js';
import type { Store } from '../../../model/store.js';
import type { Trigger, TriggerKind } from '../../../model/trigger.js';
import { type ProposedFix, proposeFix } from '../../definition.js';
import { routeArn } from './route-arn.js';

const ownAccount: Literal = { joined: [{ pseudo: 'account' }] };

const kindsOf: ReadonlyMap<string, readonly TriggerKind[]> = new Map([
  ['sns', ['topic']],
  ['events', ['schedule', 'bus']],
  ['cognito-idp', ['userpool']],
]);

/** Binds a permission to the source that the stack declares, and to the account where the source's ARN has none. */
export function scopeToSource(policy: ResourcePolicy, service: string, stack: Stack): ProposedFix | undefined {
  if (!policy.permission) return undefined;
  if (service === 's3') return scopeToBucket(policy, stack);
  const arn = service === 'apigateway' ? routeArn(policy.target, stack) : sourceArn(policy, service, stack);
  return proposeFix('exact', arn === undefined ? undefined : write(policy.sourceArn, arn));
}

function scopeToBucket(policy: ResourcePolicy, { triggers, stores }: Stack): ProposedFix | undefined {
  const sources = triggers.filter((found) => found.trigger === 'bucket' && found.function === policy.target);
  const [bucket, ...others] = stores.filter(({ id }) => sources.some(({ source }) => source === id));
  const account = write(policy.sourceAccount, ownAccount);
  if (bucket === undefined)
    return proposeFix('breaking', account, 'After this edit only buckets of this account can invoke the function.');
  const arn = others.length === 0 ? bucketArn(bucket, sources) : undefined;
  const named = arn === undefined ? undefined : write(policy.sourceArn, arn);
  return proposeFix('exact', named || account ? [...(named ?? []), ...(account ?? [])] : undefined);
}

/** A bucket that itself names the function can be named back by its literal name only. */
function bucketArn(bucket: Store, sources: readonly Trigger[]): Literal | undefined {
  const name = known(bucket.name);
  const byName = name && { joined: ['arn:', { pseudo: 'partition' }, `:s3:::${name}`] as const };
  return sources.find(({ source }) => source === bucket.id)?.arn ?? (byName || undefined);
}

/** The ARN of the only source of that kind that starts the function. */
function sourceArn({ target }: ResourcePolicy, service: string, { triggers, stores }: Stack): Literal | undefined {
  const kinds = kindsOf.get(service) ?? [];
  const starting = triggers.filter((found) => found.function === target && kinds.includes(found.trigger));
  const topic = (source: string | undefined) => stores.find(({ id, store }) => id === source && store === 'topic');
  const arns = starting.map(({ arn, source }) => arn ?? topic(source)?.arn?.self);
  const different = new Set(arns.map((arn) => JSON.stringify(arn)));
  return target === undefined || different.size !== 1 ? undefined : arns[0];
}

function write(
  setting: ResourcePolicy['sourceArn'] | ResourcePolicy['sourceAccount'],
  literal: Literal,
): readonly Edit[] | undefined {
  return setting.kind === 'absent' ? setting.write(literal) : undefined;
}
