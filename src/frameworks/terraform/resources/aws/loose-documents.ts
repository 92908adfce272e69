import type { Declared } from '../../../../clouds/aws/template.js';
import { itemsOf, valueAt } from '../../../../model/value.js';
import type { Reading } from '../../../../notation/writer.js';
import type { Module } from '../../evaluate/module.js';
import type { Expanded } from '../../evaluate/modules.js';
import { policyDocument } from '../../evaluate/policy-documents.js';
import type { Keyed } from '../../evaluate/scope.js';
import { mapOf } from '../../evaluate/values.js';

const kind = 'aws_iam_policy_document';

/** Documents that nothing in their module uses, or that it only gives back: policies that are attached elsewhere, if at all. */
export function looseDocuments({ scope }: Expanded, reading: Reading): readonly Declared[] {
  const addresses = [...scope.module.dataSources.keys()].filter((address) => address.startsWith(`${kind}.`));
  if (addresses.length === 0) return [];
  const used = usedDocuments(scope.module);
  const loose = addresses.map((address) => address.slice(kind.length + 1)).filter((name) => !used.has(name));
  return loose.flatMap((name) => scope.dataSource(kind, name) ?? []).flatMap((one) => declaredFrom(one, reading));
}

/** The names of documents that are asked for outside of their own blocks and of outputs. */
function usedDocuments(module: Module): ReadonlySet<string> {
  const used = new Set<string>();
  const outputs = [...module.outputs.values()].map(({ at }) => at);
  for (const { path, text } of module.files) {
    const given = outputs.filter((at) => at.path === path);
    for (const { 1: name = '', index } of text.matchAll(/\bdata\.aws_iam_policy_document\.([\w-]+)/g)) {
      if (!given.some(({ start, end }) => start <= index && index < end)) used.add(name);
    }
  }
  return used;
}

/** A document that names principals is one of a role or a resource. */
function declaredFrom(instance: Keyed, reading: Reading): readonly Declared[] {
  const document = policyDocument(instance);
  const statements = itemsOf(valueAt(document, 'Statement'));
  const isNamed = statements.some((one) => valueAt(one, 'Principal') ?? valueAt(one, 'NotPrincipal'));
  if (isNamed || statements.length === 0) return [];
  const { headAt: at, at: whole } = instance.block;
  const map = mapOf([{ key: 'PolicyDocument', keyAt: at, value: document }], at);
  const properties = { map, at, reading };
  const type = 'AWS::IAM::ManagedPolicy';
  return [{ id: `data.${instance.id}`, type, at, whole, properties, metadata: undefined, condition: undefined }];
}
