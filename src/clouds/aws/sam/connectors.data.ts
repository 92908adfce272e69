import type { TemplateStatement } from './policy-templates.data.js';

/** What a SAM connector from a function to a resource of this type grants, by access category. */
export type ConnectorGrants = Readonly<Partial<Record<'Read' | 'Write', readonly TemplateStatement[]>>>;

/**
 * By the destination's type. `${Destination.Arn}` and `${Destination.Name}` stand for the destination.
 * Source: connector profiles of the AWS Serverless Application Model translator 1.110.0, read on 2026-11-25.
 */
export const connectorGrants: ReadonlyMap<string, ConnectorGrants> = new Map<string, ConnectorGrants>([
  [
    'AWS::Lambda::Function',
    { Write: [{ actions: ['lambda:InvokeAsync', 'lambda:InvokeFunction'], resources: ['${Destination.Arn}'] }] },
  ],
  [
    'AWS::S3::Bucket',
    {
      Read: [
        {
          actions: [
            's3:GetObject',
            's3:GetObjectAcl',
            's3:GetObjectLegalHold',
            's3:GetObjectRetention',
            's3:GetObjectTorrent',
            's3:GetObjectVersion',
            's3:GetObjectVersionAcl',
            's3:GetObjectVersionForReplication',
            's3:GetObjectVersionTorrent',
            's3:ListBucket',
            's3:ListBucketMultipartUploads',
            's3:ListBucketVersions',
            's3:ListMultipartUploadParts',
          ],
          resources: ['${Destination.Arn}', '${Destination.Arn}/*'],
        },
      ],
      Write: [
        {
          actions: [
            's3:AbortMultipartUpload',
            's3:DeleteObject',
            's3:DeleteObjectVersion',
            's3:PutObject',
            's3:PutObjectLegalHold',
            's3:PutObjectRetention',
            's3:RestoreObject',
          ],
          resources: ['${Destination.Arn}', '${Destination.Arn}/*'],
        },
      ],
    },
  ],
  [
    'AWS::DynamoDB::Table',
    {
      Read: [
        {
          actions: [
            'dynamodb:GetItem',
            'dynamodb:Query',
            'dynamodb:Scan',
            'dynamodb:BatchGetItem',
            'dynamodb:ConditionCheckItem',
            'dynamodb:PartiQLSelect',
          ],
          resources: ['${Destination.Arn}', '${Destination.Arn}/index/*'],
        },
      ],
      Write: [
        {
          actions: [
            'dynamodb:PutItem',
            'dynamodb:UpdateItem',
            'dynamodb:DeleteItem',
            'dynamodb:BatchWriteItem',
            'dynamodb:PartiQLDelete',
            'dynamodb:PartiQLInsert',
            'dynamodb:PartiQLUpdate',
          ],
          resources: ['${Destination.Arn}', '${Destination.Arn}/index/*'],
        },
      ],
    },
  ],
  [
    'AWS::SQS::Queue',
    {
      Read: [{ actions: ['sqs:ReceiveMessage', 'sqs:GetQueueAttributes'], resources: ['${Destination.Arn}'] }],
      Write: [
        {
          actions: ['sqs:DeleteMessage', 'sqs:SendMessage', 'sqs:ChangeMessageVisibility', 'sqs:PurgeQueue'],
          resources: ['${Destination.Arn}'],
        },
      ],
    },
  ],
  ['AWS::SNS::Topic', { Write: [{ actions: ['sns:Publish'], resources: ['${Destination.Arn}'] }] }],
  [
    'AWS::StepFunctions::StateMachine',
    {
      Write: [
        { actions: ['states:StartExecution', 'states:StartSyncExecution'], resources: ['${Destination.Arn}'] },
        {
          actions: ['states:StopExecution'],
          resources: ['arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${Destination.Name}:*'],
        },
      ],
      Read: [
        { actions: ['states:DescribeStateMachine', 'states:ListExecutions'], resources: ['${Destination.Arn}'] },
        {
          actions: [
            'states:DescribeExecution',
            'states:DescribeStateMachineForExecution',
            'states:GetExecutionHistory',
          ],
          resources: ['arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${Destination.Name}:*'],
        },
      ],
    },
  ],
  ['AWS::Events::EventBus', { Write: [{ actions: ['events:PutEvents'], resources: ['${Destination.Arn}'] }] }],
  [
    'AWS::Location::PlaceIndex',
    {
      Read: [
        {
          actions: [
            'geo:DescribePlaceIndex',
            'geo:GetPlace',
            'geo:SearchPlaceIndexForPosition',
            'geo:SearchPlaceIndexForSuggestions',
            'geo:SearchPlaceIndexForText',
          ],
          resources: ['${Destination.Arn}'],
        },
      ],
    },
  ],
]);
