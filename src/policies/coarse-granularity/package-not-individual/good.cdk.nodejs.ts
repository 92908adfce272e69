import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { Construct } from 'constructs';

export class OrdersStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    new NodejsFunction(this, 'Place', { runtime: lambda.Runtime.NODEJS_22_X, entry: 'src/index.ts' });
    new NodejsFunction(this, 'Ship', { runtime: lambda.Runtime.NODEJS_22_X, entry: 'src/index.ts' });
    new NodejsFunction(this, 'Mail', { runtime: lambda.Runtime.NODEJS_22_X, entry: 'src/index.ts' });
  }
}
