import type { Grant } from '../../../model/identity.js';
import type { Term } from '../../../model/resource.js';
import type { Span } from '../../../model/span.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { termOf } from '../../values/terms.js';
import { grantFrom } from '../identity/derived-grants.js';
import { entriesOf, type Mapping, nameOf, property } from '../mapping.js';
import type { Declared } from '../template.js';
import { madeDestination } from './made-resources.js';

/**
 * What SAM lets the role do that it makes for a function without anybody asking for it, beside managed policies: to hand on results,
 * and to sign in to what events come from. Source: the AWS Serverless Application Model translator, `model/sam_resources.py` and
 * `model/eventsources/pull.py` (1.110.0), read 2026-11-27.
 */
export function impliedGrants(mapping: Mapping, declared: Declared): readonly Grant[] {
  return [
    ...['OnSuccess', 'OnFailure'].flatMap((outcome) => ofDestination(mapping, declared, outcome)),
    ...entriesOf(property(declared, 'Events')).flatMap(({ value }) => ofEvent(mapping, value)),
  ];
}

interface Right {
  readonly actions: readonly string[];
  readonly on: Term | undefined;
  readonly at: Span;
}

/** What could not be read is a resource that only the deployment knows. */
function grantOf(mapping: Mapping, { actions, on, at }: Right): Grant {
  const parameters = new Map([['Resource', on]]);
  const statement = { actions, resources: on === undefined ? [] : ['${Resource}'] };
  const grant = grantFrom(mapping, statement, { origin: 'template', name: 'what SAM adds by itself', at, parameters });
  return on === undefined ? { ...grant, resources: { ...grant.resources, open: true } } : grant;
}

const byDestination = new Map([
  ['SQS', 'sqs:SendMessage'],
  ['SNS', 'sns:Publish'],
  ['Lambda', 'lambda:InvokeFunction'],
  ['EventBridge', 'events:PutEvents'],
]);
const made = new Map([
  ['SQS', 'Queue'],
  ['SNS', 'Topic'],
]);

function ofDestination(mapping: Mapping, declared: Declared, outcome: string): readonly Grant[] {
  const section = property(declared, 'EventInvokeConfig', 'DestinationConfig', outcome);
  const type = nameOf(valueAt(section, 'Type')) ?? '';
  const action = byDestination.get(type);
  if (section === undefined || action === undefined) return [];
  const named = valueAt(section, 'Destination');
  const own = madeDestination(declared, outcome, made.get(type) ?? '');
  const { at } = section;
  const on = named === undefined ? { text: `\${${own}.Arn}`, at, to: own } : termOf(named);
  return [grantOf(mapping, { actions: [action], on, at })];
}

const network = ['CreateNetworkInterface', 'DescribeNetworkInterfaces', 'DeleteNetworkInterface', 'DescribeVpcs'];
const networkActions = [...network, 'DescribeSubnets', 'DescribeSecurityGroups'].map((name) => `ec2:${name}`);

/** How an event source proves to what it reads that it may. */
const secretTypes: ReadonlyMap<string, readonly string[]> = new Map([
  ['MQ', ['BASIC_AUTH']],
  ['DocumentDB', ['BASIC_AUTH']],
  ['MSK', ['CLIENT_CERTIFICATE_TLS_AUTH']],
  [
    'SelfManagedKafka',
    [
      'SASL_SCRAM_256_AUTH',
      'SASL_SCRAM_512_AUTH',
      'BASIC_AUTH',
      'CLIENT_CERTIFICATE_TLS_AUTH',
      'SERVER_ROOT_CA_CERTIFICATE',
    ],
  ],
]);

function ofEvent(mapping: Mapping, event: Value): readonly Grant[] {
  const type = nameOf(valueAt(event, 'Type')) ?? '';
  const secrets = secretTypes.get(type);
  if (secrets === undefined) return [];
  const { at } = event;
  const settings = valueAt(event, 'Properties');
  const sources = itemsOf(valueAt(settings, 'SourceAccessConfigurations'));
  const uris = sources.filter((one) => secrets.includes(textOf(valueAt(one, 'Type')) ?? ''));
  const rights: readonly Right[] = [
    ...uris.slice(0, 1).map((one) => ({ actions: [readSecret], on: termOf(valueAt(one, 'URI')), at })),
    ...sourceRights(type, settings, at),
    ...(needsNetwork(type, sources) ? [{ actions: networkActions, on: { text: '*', at }, at }] : []),
    ...keyRights(type, valueAt(settings, 'SecretsManagerKmsKeyId'), at),
  ];
  return rights.map((right) => grantOf(mapping, right));
}

const readSecret = 'secretsmanager:GetSecretValue';
const stackArn = (service: string, resource: string) =>
  `arn:\${AWS::Partition}:${service}:\${AWS::Region}:\${AWS::AccountId}:${resource}`;

function sourceRights(type: string, settings: Value | undefined, at: Span): readonly Right[] {
  if (type === 'MQ') return [{ actions: ['mq:DescribeBroker'], on: termOf(valueAt(settings, 'Broker')), at }];
  if (type !== 'DocumentDB') return [];
  return [
    { actions: ['rds:DescribeDBClusterParameters'], on: { text: stackArn('rds', 'cluster-pg:*'), at }, at },
    { actions: ['rds:DescribeDBSubnetGroups'], on: { text: stackArn('rds', 'subgrp:*'), at }, at },
    { actions: ['rds:DescribeDBClusters'], on: termOf(valueAt(settings, 'Cluster')), at },
  ];
}

function needsNetwork(type: string, sources: readonly Value[]): boolean {
  const types = new Set(sources.map((one) => textOf(valueAt(one, 'Type'))));
  return (
    type === 'DocumentDB' || (type === 'SelfManagedKafka' && types.has('VPC_SUBNET') && types.has('VPC_SECURITY_GROUP'))
  );
}

function keyRights(type: string, key: Value | undefined, at: Span): readonly Right[] {
  const id = termOf(key);
  if (key === undefined || type === 'MSK') return [];
  const on = id === undefined ? undefined : { ...id, text: stackArn('kms', `key/${id.text}`) };
  return [{ actions: ['kms:Decrypt'], on, at }];
}
