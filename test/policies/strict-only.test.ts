import { beforeAll, describe, expect, test } from '@jest/globals';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { judge, scanFiles } from '../support/judging.js';

beforeAll(prepareFrameworks);

const cloudformation = (key: string, signing: string, group: string) => `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
${key}  Logs:
    Type: AWS::Logs::LogGroup
    Properties:
      RetentionInDays: ${group}
      KmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/logs
  Place:
    Type: AWS::Lambda::Function
    Properties:
      Handler: place.handler
      Runtime: nodejs24.x
      Role: arn:aws:iam::111122223333:role/place
      Code: { S3Bucket: artifacts, S3Key: place.zip }
${signing}`;

const terraform = (table: string, fn: string) => `resource "aws_dynamodb_table" "orders" {
  name     = "orders"
  hash_key = "id"
${table}}

resource "aws_lambda_function" "place" {
  function_name = "place"
  s3_bucket     = "artifacts"
  s3_key        = "place.zip"
  handler       = "place.handler"
  runtime       = "nodejs24.x"
  role          = "arn:aws:iam::111122223333:role/place"
${fn}}
`;

const cdk = (table: string) => `import * as cdk from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as kms from 'aws-cdk-lib/aws-kms';
export class Shop extends cdk.Stack {
  constructor(scope, id, props) {
    super(scope, id, props);
    const key = new kms.Key(this, 'Key', { enableKeyRotation: true });
    new dynamodb.Table(this, 'Orders', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING }${table} });
  }
}
`;

const bucket = (encryption: string) => `Resources:
  Reports:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: reports
${encryption}`;

const rule = (usual: string) => `      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault: { ${usual} }
`;

const bucketOf = (rule: string) => `resource "aws_s3_bucket" "reports" {
  bucket = "reports"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "reports" {
  bucket = aws_s3_bucket.reports.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
${rule}    }
  }
}
`;

const cdkBucket = (encryption: string) => `import * as cdk from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
export class Shop extends cdk.Stack {
  constructor(scope, id, props) {
    super(scope, id, props);
    new s3.Bucket(this, 'Reports', { encryption: s3.BucketEncryption.${encryption} });
  }
}
`;

const signed = '      CodeSigningConfigArn: arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-1\n';
const key = '      SSESpecification: { SSEEnabled: true, SSEType: KMS, KMSMasterKeyId: alias/orders }\n';

async function told(path: string, text: string, profile: 'standard' | 'strict', policy: string) {
  const { findings } = await scanFiles(new Map([[path, text]]), judge({ profile }));
  return findings.filter((one) => one.policy === policy && one.strictOnly).map(({ message }) => message);
}

describe('what only the profile strict asks for', () => {
  test.each([
    ['a table without a key of its own', 'template.yaml', cloudformation('', signed, '400'), 'encryption-disabled'],
    ['code that nobody signed', 'template.yaml', cloudformation(key, '', '400'), 'unknown-layer-publisher'],
    ['logs of less than a year', 'template.yaml', cloudformation(key, signed, '90'), 'log-retention-missing'],
    ['a table of Terraform', 'main.tf', terraform('', ''), 'encryption-disabled'],
    ['code of Terraform', 'main.tf', terraform('', ''), 'unknown-layer-publisher'],
    ['a table of the CDK', 'lib/shop.ts', cdk(''), 'encryption-disabled'],
    ['a bucket without encryption of its own', 'template.yaml', bucket(''), 'encryption-disabled'],
    ['a bucket with the key of S3', 'template.yaml', bucket(rule('SSEAlgorithm: AES256')), 'encryption-disabled'],
    ['a bucket of Terraform', 'main.tf', bucketOf(''), 'encryption-disabled'],
    ['a bucket of the CDK', 'lib/shop.ts', cdkBucket('S3_MANAGED'), 'encryption-disabled'],
  ] as const)('%s', async (_, path, text, policy) => {
    expect(await told(path, text, 'strict', policy)).toHaveLength(1);
    expect(await told(path, text, 'standard', policy)).toEqual([]);
  });

  test.each([
    ['all of it there', 'template.yaml', cloudformation(key, signed, '400')],
    [
      'all of it there in Terraform',
      'main.tf',
      terraform(
        '  server_side_encryption {\n    enabled     = true\n    kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/1"\n  }\n',
        '  code_signing_config_arn = "arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-1"\n',
      ),
    ],
    ['a key that the CDK makes', 'lib/shop.ts', cdk(', encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED')],
    ['a key of the program', 'lib/shop.ts', cdk(', encryptionKey: key')],
    ['the key of a bucket', 'template.yaml', bucket(rule('SSEAlgorithm: aws:kms, KMSMasterKeyID: alias/reports'))],
    ['the key of a bucket of Terraform', 'main.tf', bucketOf('      kms_master_key_id = "alias/reports"\n')],
    ['a key that the CDK makes for a bucket', 'lib/shop.ts', cdkBucket('KMS')],
    [
      'a key that only the deployment knows',
      'template.yaml',
      cloudformation(key.replace('alias/orders', '!ImportValue K'), signed, '400'),
    ],
  ])('%s: silent', async (_, path, text) => {
    for (const policy of ['encryption-disabled', 'unknown-layer-publisher', 'log-retention-missing'])
      expect(await told(path, text, 'strict', policy)).toEqual([]);
  });
});
