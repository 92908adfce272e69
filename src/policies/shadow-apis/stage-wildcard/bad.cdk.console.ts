import * as cdk from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

export class OrdersStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    const orders = new lambda.Function(this, 'Orders', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromAsset('src'),
    });
    const api = new apigateway.RestApi(this, 'Api', { deployOptions: { stageName: 'live' } });
    api.root.addResource('orders').addMethod('GET', new apigateway.LambdaIntegration(orders), {
      authorizationType: apigateway.AuthorizationType.IAM,
    });
  }
}
