import { isPinned, nameOf } from '../../../facts/exposure/pinning.js';
import type { Stack } from '../../../facts/stack.js';
import type { Severity } from '../../../findings/severity.js';
import type { Principal, ResourcePolicy } from '../../../model/identity.js';
import { known } from '../../../model/setting.js';
import { type Problem, proposeFix } from '../../definition.js';

interface UnscopedService {
  readonly principal: Principal;
  /** `s3`, `events`. */
  readonly service: string;
  readonly severity: Severity;
}

/** Services that act for whoever owns a bucket, topic, rule ... anywhere. */
const actForAnyone = new Set(['s3', 'sns', 'events', 'logs', 'iot', 'ses']);
const judged = new Set<ResourcePolicy['targetKind']>(['function', 'queue', 'topic']);

/** The services that a statement trusts whatever the account behind them. */
export function unscopedServices(policy: ResourcePolicy): readonly UnscopedService[] {
  if (policy.effect !== 'allow' || !judged.has(policy.targetKind) || isPinned(policy)) return [];
  return policy.principals.flatMap((principal) => {
    const service = principal.kind === 'service' ? serviceOf(principal.term.text) : undefined;
    return service === undefined ? [] : [{ principal, service, severity: severityOf(service) }];
  });
}

/** `logs` of `logs.eu-west-1.amazonaws.com`; `events.rds` is another service than `events`. */
function serviceOf(principal: string): string | undefined {
  const [name = ''] = principal.toLowerCase().split(/\.(?:[a-z]{2,4}(?:-[a-z]{1,20}){1,2}-\d\.)?amazon(?:aws)?\.com/);
  return name === '' || name.includes('$') ? undefined : name;
}

/** Target groups often do not exist yet when the permission is made. */
function severityOf(service: string): Severity {
  if (service === 'elasticloadbalancing') return 'low';
  return actForAnyone.has(service) ? 'high' : 'medium';
}

/** A bucket that the stack does not own, known by name only: once it is deleted, anyone may take the name. */
export function* foreignBucket(policy: ResourcePolicy, { stores }: Stack): Iterable<Problem> {
  const { sourceArn, sourceAccount } = policy;
  if (policy.effect !== 'allow' || policy.targetKind !== 'function' || sourceAccount.kind !== 'absent') return;
  if (sourceArn.kind !== 'known' || sourceArn.value.to !== undefined) return;
  const name = /^arn:(?:aws[\w-]*|\$\{AWS::Partition\}):s3:::([^$*/]+)$/.exec(sourceArn.value.text)?.[1];
  if (name === undefined || stores.some((store) => known(store.name) === name)) return;
  yield {
    about: policy,
    at: sourceArn.at,
    message: `${nameOf(policy)} trusts bucket ${name} in any account: if it is deleted, whoever creates a bucket of that name can invoke the function.`,
    severity: 'medium',
    confidence: sourceArn.confidence,
    discriminator: `bucket ${name}`,
    fix: proposeFix(
      'breaking',
      sourceAccount.write({ joined: [{ pseudo: 'account' }] }),
      'After this edit only a bucket of this account can invoke the function; if another account owns the bucket, name that account instead.',
    ),
  };
}
