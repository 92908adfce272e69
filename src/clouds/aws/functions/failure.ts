import type { ServerlessFunction, WriteFailureTarget } from '../../../model/function.js';
import type { Literal } from '../../../model/literal.js';
import type { Setting } from '../../../model/setting.js';
import type { Edit } from '../../../model/span.js';
import { textOf } from '../../../model/value.js';
import { target } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import { firstSaid, together, withWrite } from '../../values/writes.js';
import { allow } from '../identity/role-writes.js';
import { type Mapping, property, setting } from '../mapping.js';
import { hasGeneratedRole } from '../sam/generated-role.js';
import { madeDestination } from '../sam/made-resources.js';
import type { Declared } from '../template.js';
import { declaredRoleOf } from './role.js';

type OnFailure = ServerlessFunction['onFailure'];
type Edits = readonly Edit[] | undefined;

/** Where failed asynchronous invocations go: a dead-letter queue or an on-failure destination. */
export function failureTarget(mapping: Mapping, declared: Declared): OnFailure {
  const isSam = declared.type === 'AWS::Serverless::Function';
  const path = isSam ? ['DeadLetterQueue', 'TargetArn'] : ['DeadLetterConfig', 'TargetArn'];
  const queue = withWrite<string, Literal, WriteFailureTarget>(
    setting(declared, path, target),
    () => (word) => writeQueue(mapping, declared, word),
  );
  const destinations = isSam ? [samDestination(declared)] : [];
  const found = firstSaid(queue, ...destinations, ...destinationsOf(mapping, declared.id));
  return found.kind === 'absent' ? queue : found;
}

function samDestination(declared: Declared): OnFailure {
  const path = ['EventInvokeConfig', 'DestinationConfig', 'OnFailure'];
  const named = readOnly(setting(declared, [...path, 'Destination'], target));
  const type = property(declared, ...path, 'Type');
  if (named.kind !== 'absent' || (textOf(type) !== 'SQS' && textOf(type) !== 'SNS')) return named;
  const generated = madeDestination(declared, 'OnFailure', textOf(type) === 'SQS' ? 'Queue' : 'Topic');
  return { kind: 'known', value: generated, at: type?.at ?? declared.at, confidence: 'high', write: () => undefined };
}

function destinationsOf(mapping: Mapping, id: string): readonly OnFailure[] {
  return mapping
    .pointing('AWS::Lambda::EventInvokeConfig', ['FunctionName'], id)
    .map(({ properties }) =>
      readOnly(settingOf(properties, ['DestinationConfig', 'OnFailure', 'Destination'], target)),
    );
}

function readOnly(read: Setting<string, Literal>): OnFailure {
  return withWrite<string, Literal, WriteFailureTarget>(read, () => () => undefined);
}

function writeQueue(mapping: Mapping, declared: Declared, word: WriteFailureTarget): Edits {
  if (mapping.template.isSelfContained === true) return ownQueue(declared, word);
  if (word !== 'new') return attachQueue(mapping, declared, word.queue, mapping.byId.get(word.queue)?.type);
  const id = `${declared.id}Dlq`;
  if (mapping.byId.has(id)) return undefined;
  const body = { Type: 'AWS::SQS::Queue', Properties: { MessageRetentionPeriod: 1209600 } };
  return together(mapping.template.declare(id, body, declared.id), attachQueue(mapping, declared, id, body.Type));
}

/** A construct lets its function send to whichever queue it is given, and makes one if it is told to. */
function ownQueue(declared: Declared, word: WriteFailureTarget): Edits {
  const target: Literal =
    word === 'new' ? { OwnQueue: true } : { TargetArn: { refersTo: word.queue, attribute: 'arn' } };
  return insert(declared, 'DeadLetterConfig', target);
}

function attachQueue(mapping: Mapping, declared: Declared, id: string, type: string | undefined): Edits {
  const service = type === 'AWS::SNS::Topic' ? 'SNS' : 'SQS';
  const arn: Literal = { refersTo: id, attribute: 'arn' };
  if (declared.type === 'AWS::Serverless::Function') {
    const queue = { Type: service, TargetArn: arn };
    return together(insert(declared, 'DeadLetterQueue', queue), maySend(mapping, declared, { id, service, arn }));
  }
  const config = insert(declared, 'DeadLetterConfig', { TargetArn: arn });
  return together(config, maySend(mapping, declared, { id, service, arn }));
}

function insert({ properties }: Declared, key: string, literal: Literal): Edits {
  return properties.map?.kind === 'map' ? properties.reading.writer.insert(properties.map, [key], literal) : undefined;
}

interface Destination {
  readonly id: string;
  readonly service: 'SQS' | 'SNS';
  readonly arn: Literal;
}

/** SAM lets its own roles send there; a role of the stack is given the right; others are not known. */
function maySend(mapping: Mapping, declared: Declared, { id, service, arn }: Destination): Edits {
  if (hasGeneratedRole(declared)) return [];
  const role = declaredRoleOf(mapping, declared);
  const action = service === 'SNS' ? 'sns:Publish' : 'sqs:SendMessage';
  return role && allow(mapping, role, { name: `SendTo${plainName(id)}`, action, resource: arn });
}

/** The last part of an id, as a name may be spelled. */
function plainName(id: string): string {
  const name = id.slice(id.lastIndexOf('.') + 1).replace(/[^\w-]/g, '');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
