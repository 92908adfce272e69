import { cdk } from '../../src/frameworks/cdk/cdk.js';
import type { Model } from '../../src/model/model.js';
import { heldFiles } from './examples.js';
import { parsedStack } from './parsed.js';

const head = `import * as cdk from 'aws-cdk-lib';
import * as appsync from 'aws-cdk-lib/aws-appsync';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as schedulerTargets from 'aws-cdk-lib/aws-scheduler-targets';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
`;

/** A TypeScript stack with statements in its constructor, and others before it. */
export function programOf(statements: string, before = ''): string {
  return `${head}${before}\nexport class S extends cdk.Stack { constructor(scope, id, props) { super(scope, id, props);\n${statements}\n} }`;
}

/** A Python stack with statements in its constructor. */
export function pythonOf(statements: string, before = ''): string {
  const lines = statements.split('\n').map((line) => `        ${line}`);
  return `import aws_cdk as cdk
from aws_cdk import Stack, aws_apigateway as apigw, aws_iam as iam, aws_lambda as _lambda, aws_s3 as s3, aws_sqs as sqs
${before}
class S(Stack):
    def __init__(self, scope, construct_id, **kwargs):
        super().__init__(scope, construct_id, **kwargs)
${lines.join('\n')}
`;
}

/** What a program declares. */
export function modelOf(
  text: string,
  path = 'lib/stack.ts',
  others: readonly (readonly [string, string])[] = [],
): Model {
  const parsed = parsedStack(cdk, path, heldFiles(new Map([[path, text], ...others])));
  if (parsed === undefined) throw new Error('This is no stack.');
  return parsed.model;
}
