import type { Declared } from '../../../../../clouds/aws/template.js';
import { type Value, valueAt } from '../../../../../model/value.js';
import type { Reading } from '../../../../../notation/writer.js';
import type { Call } from '../../../evaluate/scope.js';
import { mapOf, scalar } from '../../../evaluate/values.js';
import { argument, document, type Fields } from '../../field.js';
import type { Translating } from '../../translation.js';
import { queueFields } from '../stores.js';
import {
  argumentOf,
  type Called,
  calledWith,
  documentFrom,
  isOn,
  listAt,
  made,
  picked,
  referenceTo,
  renamed,
  things,
  withEntries,
} from './parts.js';

const fallbackReceives = 5;

/** `terraform-aws-modules/sqs/aws`: a queue, its dead-letter queue and its policy. */
export function queueModule(translating: Translating, call: Call, reading: Reading): readonly Declared[] {
  const fields = { ...queueFields, PolicyDocument: document('policy') };
  const called = calledWith(translating, call, fields, reading);
  const { at, id } = called;
  if (isOn(called, 'create', true) === false) return [];
  const form = { type: 'AWS::SQS::QueuePolicy', target: 'Queues' };
  const policies = queuePolicies(called).map((one) => policyFor(called, form, one));
  if (isOn(called, 'create_dlq', false) === false) {
    return [made(called, '', 'AWS::SQS::Queue', picked(called, ...Object.keys(queueFields))), ...policies];
  }
  const keys = Object.keys(queueFields).filter((key) => key !== 'RedrivePolicy');
  const receives = valueAt(picked(called, 'RedrivePolicy'), 'RedrivePolicy', 'maxReceiveCount');
  const redrive = withEntries(mapOf([], at), {
    deadLetterTargetArn: referenceTo(`${id}/dlq`, at),
    maxReceiveCount: receives ?? scalar(fallbackReceives, at),
  });
  const own = withEntries(picked(called, ...keys), { RedrivePolicy: redrive });
  return [
    made(called, '', 'AWS::SQS::Queue', own),
    made(called, '/dlq', 'AWS::SQS::Queue', mapOf([], at, true)),
    ...policies,
  ];
}

/** Statements of newer versions, a document of older ones. */
function queuePolicies(called: Called): readonly Value[] {
  const [written] = picked(called, 'PolicyDocument').entries;
  const statements =
    isOn(called, 'create_queue_policy', false) === false ? undefined : argumentOf(called, 'queue_policy_statements');
  return [
    ...(written === undefined ? [] : [written.value]),
    ...(statements === undefined ? [] : [documentFrom(statements)]),
  ];
}

const topicFields: Fields = {
  TopicName: argument('name'),
  KmsMasterKeyId: argument('kms_master_key_id'),
  PolicyDocument: document('topic_policy'),
};

const subscriptionNames = {
  protocol: 'Protocol',
  endpoint: 'Endpoint',
  filter_policy: 'FilterPolicy',
  redrive_policy: 'RedrivePolicy',
};

/** `terraform-aws-modules/sns/aws`: a topic with its policy and its subscriptions. */
export function topicModule(translating: Translating, call: Call, reading: Reading): readonly Declared[] {
  const called = calledWith(translating, call, topicFields, reading);
  if (isOn(called, 'create', true) === false) return [];
  const [document_] = picked(called, 'PolicyDocument').entries;
  const statements = argumentOf(called, 'topic_policy_statements');
  const document = document_?.value ?? (statements && documentFrom(statements));
  const form = { type: 'AWS::SNS::TopicPolicy', target: 'Topics' };
  return [
    made(called, '', 'AWS::SNS::Topic', picked(called, 'TopicName', 'KmsMasterKeyId')),
    ...(document === undefined ? [] : [policyFor(called, form, document)]),
    ...things(argumentOf(called, 'subscriptions')).map(({ key, value }) => {
      const map = withEntries(renamed(called, value, subscriptionNames), {
        TopicArn: referenceTo(called.id, called.at),
      });
      return made(called, `/subscription/${key}`, 'AWS::SNS::Subscription', map);
    }),
  ];
}

/** `terraform-aws-modules/dynamodb-table/aws`: a table. */
export function tableModule(translating: Translating, call: Call, reading: Reading): readonly Declared[] {
  const called = calledWith(translating, call, { TableName: argument('name') }, reading);
  if (isOn(called, 'create_table', true) === false || isOn(called, 'create', true) === false) return [];
  return [made(called, '', 'AWS::DynamoDB::Table', picked(called, 'TableName'))];
}

/** The policy of what the module makes. Stands where its document is written. */
function policyFor(
  called: Called,
  { type, target }: { readonly type: string; readonly target: string },
  document: Value,
): Declared {
  const map = withEntries(mapOf([], document.at), {
    [target]: listAt([referenceTo(called.id, called.at)], called.at),
    PolicyDocument: document,
  });
  return made(called, '/policy', type, map);
}
