import { secretReference } from '../../../clouds/aws/dynamic-references.js';
import type { Span } from '../../../model/span.js';
import type { ListValue, Value } from '../../../model/value.js';
import type { Step } from '../../../notation/hcl/expression.js';
import { evaluateBody } from './bodies.js';
import { evaluate } from './expressions.js';
import { policyDocument } from './policy-documents.js';
import type { Instance, Keyed, Scope } from './scope.js';
import { failure, listOf, numberOf, plainOf, unknownValue, usedAt } from './values.js';

interface Use {
  readonly at: Span;
  readonly steps: readonly Step[];
}

/** Facts of the deployment by the data source and attribute that give them. */
const facts = new Map([
  ['aws_caller_identity.account_id', 'AWS::AccountId'],
  ['aws_region.name', 'AWS::Region'],
  ['aws_region.id', 'AWS::Region'],
  ['aws_region.region', 'AWS::Region'],
  ['aws_partition.partition', 'AWS::Partition'],
  ['aws_partition.id', 'AWS::Partition'],
  ['aws_partition.dns_suffix', 'AWS::URLSuffix'],
]);

/** Secrets that a plan reads, and puts in plain text wherever they are used. */
const secrets: ReadonlySet<string> = new Set([
  'aws_secretsmanager_secret_version.secret_string',
  'aws_secretsmanager_secret_version.secret_binary',
  'aws_kms_secrets.plaintext',
]);

/** What an attribute of a data source means. What only the cloud knows is kept by its name. */
export function dataAttribute(scope: Scope, [type, name]: readonly [string, string], { at, steps }: Use): Value {
  const last = steps.findLast((step) => step.kind === 'attribute');
  const attribute = last?.kind === 'attribute' ? last.name : '';
  const fact = facts.get(`${type}.${attribute}`);
  if (fact !== undefined) return { kind: 'pattern', parts: [{ named: fact }], at };
  if (secrets.has(`${type}.${attribute}`)) return unknownValue(at, secretReference);
  const [all, [step, ...rest]] = [scope.dataSource(type, name), steps];
  if (step?.kind === 'splat' && all !== undefined && type === 'aws_iam_policy_document') {
    return indexed(listOf(all.map(policyDocument), at), rest[1], scope);
  }
  const instance = all && instanceAt(all, step, scope);
  if (instance === 'none') return unknownValue(at, failure);
  if (instance !== undefined) {
    if (type === 'aws_iam_policy_document') return usedAt(policyDocument(instance), at);
    if (type === 'google_iam_policy') return evaluateBody(instance.block.body, instance.scope, instance.block.headAt);
    if (type === 'archive_file') return archiveAttribute(instance, attribute, at);
    if (type === 'template_file' || type === 'aws_lambda_invocation') return unknownValue(at, 'data source');
    if (type === 'aws_iam_policy') return policyByName(instance, attribute, at);
    if (type === 'azurerm_role_definition') return roleByName(instance, at);
  }
  if (all !== undefined && all.length > 1 && step?.kind === 'index') return unknownValue(at, 'computed key');
  if (steps.some(({ kind }) => kind === 'splat')) return unknownValue(at, 'data source');
  return { kind: 'pattern', parts: [{ named: ['data', type, name, attribute].join('.') }], at };
}

/** The instance that a key is meant for; the only one without a key. Undefined where that is not known. */
function instanceAt(all: readonly Keyed[], step: Step | undefined, scope: Scope): Keyed | 'none' | undefined {
  const [first, another] = all;
  if (first === undefined) return 'none';
  if (another === undefined) return first;
  const key = step?.kind === 'index' ? plainOf(evaluate(step.key, scope)) : undefined;
  return key === undefined ? undefined : (all.find((one) => String(one.key) === String(key)) ?? 'none');
}

/** A list, or one of its items when a number follows. */
function indexed(list: ListValue, step: Step | undefined, scope: Scope): Value {
  const number = step?.kind === 'index' ? numberOf(evaluate(step.key, scope)) : undefined;
  return step === undefined ? list : (number !== undefined && list.items[number]) || unknownValue(list.at, failure);
}

/** The folder or file that an archive is made from stands for the archive. */
function archiveAttribute({ block, scope }: Instance, attribute: string, at: Span): Value {
  const { attributes } = block.body;
  const source = attributes.get('source_dir') ?? attributes.get('source_file');
  if (attribute !== 'output_path' || source === undefined) return unknownValue(at, 'built archive');
  const value = evaluate(source.value, scope);
  return { ...usedAt(value, at), origin: source.value.at };
}

/** `data "aws_iam_policy" "x" { arn = ... }` or by its name, which only AWS's own policies have for certain. */
function policyByName({ block, scope }: Instance, attribute: string, at: Span): Value {
  const { attributes } = block.body;
  const arn = attributes.get('arn');
  if (attribute === 'arn' && arn !== undefined) return usedAt(evaluate(arn.value, scope), at);
  const name = attributes.get('name');
  const value = name && evaluate(name.value, scope);
  if (attribute !== 'arn' || value?.kind !== 'scalar') return unknownValue(at, 'data source');
  return usedAt({ ...value, value: `arn:aws:iam::aws:policy/${value.value}` }, at);
}

/** `data "azurerm_role_definition" "x" { name = ... }` or by its identifier: either ends the path that stands for it. */
function roleByName({ block, scope }: Instance, at: Span): Value {
  const { attributes } = block.body;
  const written = attributes.get('name') ?? attributes.get('role_definition_id');
  const value = written && evaluate(written.value, scope);
  if (value?.kind !== 'scalar') return unknownValue(at, 'data source');
  return usedAt({ ...value, value: `/providers/Microsoft.Authorization/roleDefinitions/${value.value}` }, at);
}
