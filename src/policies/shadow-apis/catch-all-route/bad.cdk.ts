import * as cdk from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

export class OrdersStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    const orders = new lambda.Function(this, 'Orders', {
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'orders.handler',
      code: lambda.Code.fromAsset('src'),
      tracing: lambda.Tracing.ACTIVE,
    });
    new apigateway.LambdaRestApi(this, 'OrdersApi', {
      handler: orders,
      defaultMethodOptions: { authorizationType: apigateway.AuthorizationType.IAM },
    });
  }
}
