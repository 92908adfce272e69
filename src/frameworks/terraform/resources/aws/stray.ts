import type { Declared } from '../../../../clouds/aws/template.js';
import { entryOf, itemsOf, type MapEntry, type MapValue, textOf } from '../../../../model/value.js';
import type { Reading } from '../../../../notation/writer.js';
import { mapOf } from '../../evaluate/values.js';
import type { Evaluated, Resources } from '../evaluated.js';
import { type DocumentField, placesOf } from '../field.js';
import { documentIn } from '../json-documents.js';
import { type Translating, translate } from '../translation.js';
import { withGrants } from './bucket-grants.js';
import { withGuards } from './bucket-guards.js';
import { withMethodPath } from './method-path.js';
import { accessFields } from './stores.js';
import { awsTables } from './tables.js';

/** What is attached to resources that are declared elsewhere: of those only this is known. */
export function strayResources(translating: Translating, reading: Reading): readonly Declared[] {
  const { resources } = translating;
  return [
    ...attachments.flatMap(([type, link, argument]) =>
      strays(resources, type, link).flatMap((one) => attachedPolicy(one, argument, reading)),
    ),
    ...strays(resources, 'aws_s3_bucket_public_access_block', 'bucket').map((one) =>
      guardedBucket(translating, one, reading),
    ),
    ...documents.flatMap((document) =>
      strays(resources, document.type, document.link, document.owners).flatMap((one) =>
        documentedOwner(translating, one, document, reading),
      ),
    ),
    ...strays(resources, 'aws_s3_bucket_acl', 'bucket').flatMap((one) => listedBucket(translating, one, reading)),
    ...strays(resources, 'aws_api_gateway_method_settings', 'stage_name').map((one) =>
      setStage(translating, one, reading),
    ),
  ];
}

const attachments = [
  ['aws_iam_role_policy_attachment', 'role', 'policy_arn'],
  ['aws_iam_role_policy_attachments_exclusive', 'role_name', 'policy_arns'],
  ['aws_iam_user_policy_attachment', 'user', 'policy_arn'],
  ['aws_iam_group_policy_attachment', 'group', 'policy_arn'],
  ['aws_iam_policy_attachment', ['roles', 'users', 'groups'], 'policy_arn'],
  ['aws_ssoadmin_managed_policy_attachment', 'permission_set_arn', 'managed_policy_arn'],
] as const;

const owners = ['aws_iam_role', 'aws_iam_user', 'aws_iam_group', 'aws_s3_bucket', 'aws_api_gateway_stage'];

interface OwnDocument {
  readonly type: string;
  readonly link: string;
  readonly owners: readonly string[];
  /** The type and the property of the API that the document is for. */
  readonly made: string;
  readonly key: string;
  readonly field: DocumentField;
}

/** Resources that hold nothing but the policy of another one. */
const documents: readonly OwnDocument[] = [...awsTables].flatMap(([owner, table]) =>
  Object.entries(table.fields).flatMap(([key, whole]) =>
    placesOf(whole).flatMap((field): readonly OwnDocument[] => {
      if (field.kind !== 'companion' || field.value?.kind !== 'document' || !field.type.endsWith('_policy')) return [];
      if (owner === 'aws_api_gateway_rest_api' || owner === 'aws_sqs_queue') return [];
      return [{ type: field.type, link: field.link, owners: [owner], made: table.type, key, field: field.value }];
    }),
  ),
);

function documentedOwner(
  { expressionAt }: Translating,
  one: Evaluated,
  { made, key, field }: OwnDocument,
  reading: Reading,
): readonly Declared[] {
  const entry = entryOf(one.body, field.name);
  if (entry === undefined) return [];
  const { headAt, at } = one.instance.block;
  const map = mapOf([{ ...entry, key, value: documentIn(entry.value, expressionAt) }], at, true);
  return [declared(one, made, { map, at: headAt, reading })];
}

function strays(
  resources: Resources,
  type: string,
  links: string | readonly string[],
  among: readonly string[] = owners,
): readonly Evaluated[] {
  const named = among.flatMap((owner) => resources.ofType(owner));
  const taken = new Set(
    [links].flat().flatMap((link) => named.flatMap((owner) => resources.pointingAt(type, link, owner))),
  );
  return resources.ofType(type).filter((one) => !taken.has(one));
}

function attachedPolicy(one: Evaluated, argument: string, reading: Reading): readonly Declared[] {
  const entry = entryOf(one.body, argument);
  if (entry === undefined) return [];
  const { headAt, at } = one.instance.block;
  const value = { kind: 'list', items: itemsOf(entry.value), open: false, at: entry.value.at } as const;
  const entries: readonly MapEntry[] = [{ key: 'ManagedPolicyArns', keyAt: entry.keyAt, value }];
  return [declared(one, 'AWS::IAM::Group', { map: mapOf(entries, at), at: headAt, reading })];
}

function guardedBucket(translating: Translating, one: Evaluated, reading: Reading): Declared {
  const { headAt, at } = one.instance.block;
  const field = awsTables.get('aws_s3_bucket')?.fields.PublicAccessBlockConfiguration;
  const fields = field?.kind === 'companion' ? (field.fields ?? {}) : {};
  const key = 'PublicAccessBlockConfiguration';
  const map = mapOf([{ key, keyAt: headAt, value: translate(translating, one, fields) }], at, true);
  return declared(one, 'AWS::S3::Bucket', { map: withGuards(map), at: headAt, reading });
}

function listedBucket(translating: Translating, one: Evaluated, reading: Reading): readonly Declared[] {
  const { headAt, at } = one.instance.block;
  const { entries } = withGrants(translate(translating, one, accessFields));
  const entry = entries.find(({ key }) => key === 'AccessControl');
  return entry === undefined
    ? []
    : [declared(one, 'AWS::S3::Bucket', { map: mapOf([entry], at, true), at: headAt, reading })];
}

/** Settings for the methods of a stage that is declared elsewhere. */
function setStage(translating: Translating, one: Evaluated, reading: Reading): Declared {
  const { headAt, at } = one.instance.block;
  const field = awsTables.get('aws_api_gateway_stage')?.fields.MethodSettings;
  const fields = field?.kind === 'companion' ? (field.fields ?? {}) : {};
  const settings = withMethodPath(translate(translating, one, fields));
  const api = entryOf(one.body, 'rest_api_id');
  const list = { kind: 'list', items: [settings], open: isLogged(settings), at: headAt } as const;
  const entries: readonly MapEntry[] = [
    ...(api === undefined ? [] : [{ ...api, key: 'RestApiId' }]),
    { key: 'MethodSettings', keyAt: headAt, value: list },
  ];
  return declared(one, 'AWS::ApiGateway::Stage', { map: mapOf(entries, at, true), at: headAt, reading });
}

/** Where some methods have a log, others may have theirs elsewhere. */
function isLogged(settings: MapValue): boolean {
  return !['OFF', undefined].includes(textOf(entryOf(settings, 'LoggingLevel')?.value));
}

function declared({ instance }: Evaluated, type: string, properties: Declared['properties']): Declared {
  const { headAt: at, at: whole } = instance.block;
  return { id: instance.id, type, at, whole, properties, metadata: undefined, condition: undefined };
}
