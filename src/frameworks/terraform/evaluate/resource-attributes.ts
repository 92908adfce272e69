import type { Span } from '../../../model/span.js';
import type { ReferenceValue, Value } from '../../../model/value.js';
import { evaluate } from './expressions.js';
import type { Instance, Scope } from './scope.js';
import { usedAt } from './values.js';

/** Attributes that say which resource is meant, though a value may be written for them. */
const identity = /(?:^|_)(?:arn|id|name|url|uri|fqdn|email|bucket|dns_name|domain_name|endpoint|self_link)$/;

/** Attributes of that form that are plain arguments. */
const plain: ReadonlySet<string> = new Set(['rest_api_id', 'api_id', 'resource_id', 'parent_id', 'authorizer_id']);

/** An attribute of a resource: its argument when that is plain data, otherwise a reference to the resource. */
export function resourceAttribute(scope: Scope, resource: ReferenceValue, name: string): Value {
  const { at, to } = resource;
  const { calls, instances } = scope.session;
  const called = calls.get(to)?.inner;
  if (called !== undefined) return called.output(name, at);
  const instance = instances.get(to);
  if (instance?.type.startsWith('aws_api') && name === 'execution_arn') return executionArn(instance, at);
  const written = instance?.block.body.attributes.get(name);
  const isPlain = plain.has(name) || !identity.test(name);
  if (instance !== undefined && written !== undefined && isPlain) {
    return usedAt(evaluate(written.value, instance.scope), at);
  }
  return { kind: 'reference', to, attribute: attributeNames.get(name) ?? name, at };
}

/** The names that CloudFormation has for the same. */
const attributeNames = new Map([
  ['arn', 'Arn'],
  ['qualified_arn', 'Arn'],
  ['stream_arn', 'StreamArn'],
]);

/** `arn:<partition>:execute-api:<region>:<account>:<api>`; of a stage with its name. */
function executionArn({ id, type, block, scope }: Instance, at: Span): Value {
  const account = ['AWS::Partition', 'AWS::Region', 'AWS::AccountId'].map((named) => ({ named }));
  const [partition, region, owner] = account;
  const head = ['arn:', partition, ':execute-api:', region, ':', owner, ':'];
  if (!type.endsWith('_stage')) return { kind: 'pattern', at, parts: [...head, { to: id }] };
  const api = block.body.attributes.get('rest_api_id') ?? block.body.attributes.get('api_id');
  const value = api && evaluate(api.value, scope);
  const part = value?.kind === 'reference' ? { to: value.to } : undefined;
  return { kind: 'pattern', at, parts: [...head, part, '/', { to: id, attribute: 'stage_name' }] };
}
