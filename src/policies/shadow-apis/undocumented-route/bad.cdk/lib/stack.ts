import * as cdk from 'aws-cdk-lib';
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

export class OrdersStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    const orders = new lambda.Function(this, 'Orders', {
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'orders.handler',
      code: lambda.Code.fromAsset('orders'),
      tracing: lambda.Tracing.ACTIVE,
    });
    const integration = new HttpLambdaIntegration('OrdersIntegration', orders);
    const api = new HttpApi(this, 'OrdersApi', { defaultAuthorizer: new HttpIamAuthorizer() });
    api.addRoutes({ path: '/orders', methods: [HttpMethod.GET], integration });
    api.addRoutes({ path: '/orders', methods: [HttpMethod.POST], integration });
    api.addRoutes({ path: '/orders/{id}', methods: [HttpMethod.GET], integration });
    api.addRoutes({ path: '/orders/{id}', methods: [HttpMethod.DELETE], integration });
  }
}
