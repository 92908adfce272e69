import type { StoreKind } from '../../model/store.js';

/**
 * Actions that put something into a store so that whatever it triggers runs.
 * Source: AWS Service Authorization Reference and "IAM security policies with PartiQL for DynamoDB", read 2026-11-25.
 * Deleting an object is left out: object stores tell of new objects and of deleted ones separately.
 */
const actions: ReadonlyMap<StoreKind, readonly string[]> = new Map([
  ['queue', ['sqs:SendMessage']],
  ['topic', ['sns:Publish']],
  ['stream', ['kinesis:PutRecord', 'kinesis:PutRecords']],
  ['delivery-stream', ['firehose:PutRecord', 'firehose:PutRecordBatch']],
  ['bucket', ['s3:PutObject']],
  ['bus', ['events:PutEvents']],
  ['state-machine', ['states:StartExecution', 'states:StartSyncExecution']],
  [
    'table',
    [
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:DeleteItem',
      'dynamodb:BatchWriteItem',
      'dynamodb:PartiQLInsert',
      'dynamodb:PartiQLUpdate',
      'dynamodb:PartiQLDelete',
    ],
  ],
]);

/** What an Azure function may do to the place that one of its output bindings names; not an action of any cloud. */
export const bindingOutput = 'bindings:output';

/** The actions by which a store of a kind gets something new; none for kinds that start nothing. */
export function writeActionsOf(kind: StoreKind): readonly string[] {
  const known = actions.get(kind);
  return known === undefined ? [] : [...known, bindingOutput];
}

/** The actions by which one function starts another, an agent or a web function among them; a grant names which of them it is about. */
export const invokeActions: readonly string[] = [
  'lambda:InvokeFunction',
  'lambda:InvokeWebFunctionEndpoint',
  'bedrock-agentcore:InvokeAgentRuntime',
];
