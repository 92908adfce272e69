import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

export class ShopStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    new lambda.WebFunction(this, 'Shop', {
      code: lambda.Code.fromAsset('src'),
      runtime: lambda.Runtime.NODEJS_24_X,
      defaultEndpointAuth: lambda.WebFunctionAuthType.APPLICATION_MANAGED,
    });
  }
}
