import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

export class OrdersStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    new lambda.Function(this, 'F0', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'f0.handler',
      code: lambda.Code.fromAsset('src/f0'),
    });
    new lambda.Function(this, 'F1', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'f1.handler',
      code: lambda.Code.fromAsset('src/f1'),
    });
    new lambda.Function(this, 'F2', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'f2.handler',
      code: lambda.Code.fromAsset('src/f2'),
    });
    new lambda.Function(this, 'F3', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'f3.handler',
      code: lambda.Code.fromAsset('src/f3'),
    });
    new lambda.Function(this, 'F4', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'f4.handler',
      code: lambda.Code.fromAsset('src/f4'),
    });
    new lambda.Function(this, 'F5', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'f5.handler',
      code: lambda.Code.fromAsset('src/f5'),
    });
    new lambda.Function(this, 'F6', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'f6.handler',
      code: lambda.Code.fromAsset('src/f6'),
    });
    new lambda.Function(this, 'F7', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'f7.handler',
      code: lambda.Code.fromAsset('src/f7'),
    });
  }
}
