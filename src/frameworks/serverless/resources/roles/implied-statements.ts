import { madeList, madeMap, madeReference, madeText } from '../../../../clouds/values/made.js';
import type { Span } from '../../../../model/span.js';
import { textOf, type Value, valueAt } from '../../../../model/value.js';
import type { ConfiguredFunction, Service } from '../../service/service.js';
import { type ConfiguredEvent, eventsOf } from '../events/configured-events.js';

/**
 * What the framework lets the role that it makes do without anybody asking for it: to read what events come from, to hand on results
 * and failed events, to decrypt variables and to mount file systems. Source: the package `serverless` 3.40.0,
 * lib/plugins/aws/package/compile: functions.js and events/{stream,sqs,kafka,activemq,rabbitmq}.js, events/msk/index.js, read 2026-11-27.
 */
export function impliedStatements(service: Service, users: readonly ConfiguredFunction[]): readonly Value[] {
  return users.flatMap((fn) => [
    ...eventsOf(service, fn).flatMap(ofEvent),
    ...ofDestinations(service, fn),
    ...ofSettings(service, fn),
  ]);
}

/** One statement; nothing where what it is about is not written. */
function allow(at: Span, actions: readonly string[], on: Value | undefined): readonly Value[] {
  if (on === undefined) return [];
  const statement = {
    Effect: madeText(at, 'Allow'),
    Action: madeList(
      at,
      actions.map((action) => madeText(at, action)),
    ),
    Resource: madeList(at, [on]),
  };
  return [madeMap(at, statement)];
}

const consume = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
const brokers: ReadonlySet<string> = new Set(['activemq', 'rabbitmq']);
const network = [
  'CreateNetworkInterface',
  'DescribeNetworkInterfaces',
  'DescribeVpcs',
  'DeleteNetworkInterface',
].concat(['DescribeSubnets', 'DescribeSecurityGroups']);
const readSecret = ['secretsmanager:GetSecretValue'];
/** Of Kafka's `accessConfigurations`, those that name secrets. */
const secrets = [
  'saslPlainAuth',
  'saslScram256Auth',
  'saslScram512Auth',
  'clientCertificateTlsAuth',
  'serverRootCaCertificate',
];

function ofEvent({ type, value, section, at }: ConfiguredEvent): readonly Value[] {
  const settings = section.map;
  const arn = valueAt(settings, 'arn') ?? (settings?.kind === 'map' ? undefined : value);
  if (type === 'sqs') return allow(at, consume, arn);
  if (type === 'stream') return ofStream(at, arn, settings);
  if (type === 'msk')
    return [...allow(at, ['kafka:DescribeCluster', 'kafka:GetBootstrapBrokers'], arn), ...networking(at)];
  if (brokers.has(type)) {
    const secret = allow(at, readSecret, valueAt(settings, 'basicAuthArn'));
    return [...secret, ...allow(at, ['mq:DescribeBroker'], arn), ...networking(at)];
  }
  return type === 'kafka' ? ofKafka(at, valueAt(settings, 'accessConfigurations')) : [];
}

function networking(at: Span): readonly Value[] {
  const actions = network.map((name) => `ec2:${name}`);
  return allow(at, actions, madeText(at, '*'));
}

function ofKafka(at: Span, access: Value | undefined): readonly Value[] {
  const isInside = ['vpcSubnet', 'vpcSecurityGroup'].some((key) => valueAt(access, key) !== undefined);
  const named = secrets.flatMap((key) => allow(at, readSecret, valueAt(access, key)));
  return isInside ? [...named, ...networking(at)] : named;
}

/** True of a stream of Kinesis: a table's is DynamoDB's. */
function isKinesis(event: Value | undefined): boolean {
  const arn = textOf(valueAt(event, 'arn')) ?? textOf(event) ?? '';
  return textOf(valueAt(event, 'type')) === 'kinesis' || arn.includes(':kinesis:');
}

function ofStream(at: Span, arn: Value | undefined, settings: Value | undefined): readonly Value[] {
  const failed = valueAt(settings, 'destinations', 'onFailure');
  const target = valueAt(failed, 'arn') ?? failed;
  const isTopic = textOf(valueAt(failed, 'type')) === 'sns' || (textOf(target) ?? '').includes(':sns:');
  const consumer = valueAt(settings, 'consumer');
  const service = isKinesis(settings ?? arn) ? 'kinesis' : 'dynamodb';
  const listing =
    service === 'kinesis' && consumer !== undefined
      ? ['DescribeStreamSummary', 'ListShards']
      : ['DescribeStream', 'ListStreams'];
  const names = ['GetRecords', 'GetShardIterator', ...listing];
  return [
    ...allow(
      at,
      names.map((name) => `${service}:${name}`),
      arn,
    ),
    ...(textOf(consumer)?.startsWith('arn:') ? allow(at, ['kinesis:SubscribeToShard'], consumer) : []),
    ...allow(at, isTopic ? ['sns:Publish'] : ['sqs:ListQueues', 'sqs:SendMessage'], target),
  ];
}

const byType: ReadonlyMap<string, string> = new Map([
  ['function', 'lambda:InvokeFunction'],
  ['sqs', 'sqs:SendMessage'],
  ['sns', 'sns:Publish'],
  ['eventBus', 'events:PutEvents'],
]);
const byArn: readonly (readonly [string, string])[] = [
  [':function:', 'lambda:InvokeFunction'],
  [':sqs:', 'sqs:SendMessage'],
  [':sns:', 'sns:Publish'],
  [':event-bus/', 'events:PutEvents'],
];

/** Where results and failed events go: something by its ARN, or a function by its key. */
function ofDestinations(service: Service, { section }: ConfiguredFunction): readonly Value[] {
  return ['onSuccess', 'onFailure'].flatMap((outcome) => {
    const said = valueAt(section.map, 'destinations', outcome);
    if (said === undefined) return [];
    const text = textOf(said);
    if (text !== undefined && !text.startsWith('arn:')) {
      const own = madeReference(said.at, service.names.functionId(text), 'Arn');
      return allow(said.at, ['lambda:InvokeFunction'], own);
    }
    const action = byType.get(textOf(valueAt(said, 'type')) ?? '') ?? byArn.find(([part]) => text?.includes(part))?.[1];
    return action === undefined ? [] : allow(said.at, [action], valueAt(said, 'arn') ?? said);
  });
}

/** Only what is written as a text: of a reference the framework does not know what it is. */
function ofSettings({ provider }: Service, { section }: ConfiguredFunction): readonly Value[] {
  const { map } = section;
  const topic = valueAt(map, 'onError');
  const key = valueAt(map, 'kmsKeyArn') ?? valueAt(provider.map, 'kmsKeyArn');
  const files = valueAt(map, 'fileSystemConfig', 'arn');
  const isText = (value: Value | undefined) => value !== undefined && textOf(value) !== undefined;
  return [
    ...(topic !== undefined && isText(topic) ? allow(topic.at, ['sns:Publish'], topic) : []),
    ...(key !== undefined && isText(key) ? allow(key.at, ['kms:Decrypt'], key) : []),
    ...(files === undefined
      ? []
      : allow(files.at, ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'], files)),
  ];
}
