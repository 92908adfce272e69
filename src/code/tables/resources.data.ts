/*
 * Parameters of cloud APIs that choose the resource. Source: docs.aws.amazon.com, API reference of each service. 2026-11-26.
 */
export const cloudClients = /^(?:aws-sdk\b|@aws-sdk\/client-|@aws-sdk\/lib-|boto3\b|aioboto3\b)/;

/** What stands for a client of AWS or for a part of one. */
export const cloudSdks = /^(?:@?aws-sdk\b|(?:aio)?boto3\b|botocore\b)/;

/** What stands for a client of Azure or Google Cloud, or for a part of one. */
export const linkSdks = /^(?:@azure\/|@google-cloud\/|azure\.|google\.cloud\b)/;

/** True for what stands for a client of any cloud. */
export function isCloudSdk(symbol: string): boolean {
  return cloudSdks.test(symbol) || linkSdks.test(symbol);
}

/** Where calls of boto3 are given a bucket by its place: boto3.amazonaws.com, S3 client. 2026-11-27. */
export const bucketPlaces: Readonly<Record<string, number>> = {
  upload_file: 1,
  upload_fileobj: 1,
  download_file: 0,
  download_fileobj: 0,
};

/**
 * Where calls of boto3 are given the key of an object by its place, of a client and of a bucket:
 * boto3.amazonaws.com/v1/documentation/api, S3.Client and S3.Bucket. 2026-11-27.
 */
export const keyPlaces: Readonly<Record<string, { readonly client: number; readonly bucket: number }>> = {
  upload_file: { client: 2, bucket: 1 },
  upload_fileobj: { client: 2, bucket: 1 },
  download_file: { client: 1, bucket: 0 },
  download_fileobj: { client: 1, bucket: 0 },
};

export interface ResourceField {
  readonly field: string;
  /** Only of these services, where the name alone says too little. */
  readonly of?: RegExp;
}

export const resourceFields: readonly ResourceField[] = [
  { field: 'Bucket' },
  { field: 'TableName' },
  { field: 'FunctionName' },
  { field: 'QueueUrl' },
  { field: 'TopicArn' },
  { field: 'TargetArn', of: /sns/i },
  { field: 'SecretId' },
  { field: 'Name', of: /ssm/i },
  { field: 'stateMachineArn' },
  { field: 'KeyId', of: /kms/i },
  { field: 'RoleArn', of: /sts/i },
  { field: 'EventBusName' },
  { field: 'StreamName' },
  { field: 'DeliveryStreamName' },
];
