import * as cdk from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

export class OrdersStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    const place = new lambda.Function(this, 'Place', {
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'place.handler',
      code: lambda.Code.fromAsset('src'),
      tracing: lambda.Tracing.ACTIVE,
      timeout: cdk.Duration.minutes(15),
    });
    const api = new apigateway.RestApi(this, 'OrdersApi');
    api.root.addResource('orders').addMethod('POST', new apigateway.LambdaIntegration(place), {
      authorizationType: apigateway.AuthorizationType.IAM,
    });
  }
}
