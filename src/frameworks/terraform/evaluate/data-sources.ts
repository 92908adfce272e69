import type { Span } from '../../../model/span.js';
import type { Value } from '../../../model/value.js';
import { secretReference } from '../../cloudformation/dynamic-references.js';
import type { Step } from '../syntax/expression.js';
import { evaluateBody } from './bodies.js';
import { evaluate } from './expressions.js';
import { policyDocument } from './policy-documents.js';
import type { Instance, Scope } from './scope.js';
import { unknownValue, usedAt } from './values.js';

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
  const instance = scope.dataSource(type, name);
  if (instance !== undefined) {
    if (type === 'aws_iam_policy_document') return usedAt(policyDocument(instance), at);
    if (type === 'google_iam_policy') return evaluateBody(instance.block.body, instance.scope, instance.block.headAt);
    if (type === 'archive_file') return archiveAttribute(instance, attribute, at);
    if (type === 'template_file' || type === 'aws_lambda_invocation') return unknownValue(at, 'data source');
    if (type === 'aws_iam_policy') return policyByName(instance, attribute, at);
    if (type === 'azurerm_role_definition') return roleByName(instance, at);
  }
  if (steps.some(({ kind }) => kind === 'splat')) return unknownValue(at, 'data source');
  return { kind: 'pattern', parts: [{ named: ['data', type, name, attribute].join('.') }], at };
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
