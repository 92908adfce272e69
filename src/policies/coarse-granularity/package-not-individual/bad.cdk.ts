import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

export class OrdersStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    new lambda.Function(this, 'Place', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'place.handler',
      code: lambda.Code.fromAsset('src'),
    });
    new lambda.Function(this, 'Ship', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'ship.handler',
      code: lambda.Code.fromAsset('src'),
    });
    new lambda.Function(this, 'Mail', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'mail.handler',
      code: lambda.Code.fromAsset('src'),
    });
  }
}
