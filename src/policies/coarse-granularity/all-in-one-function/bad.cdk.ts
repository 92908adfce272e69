import * as cdk from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

export class OrdersStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    const shop = new apigateway.RestApi(this, 'Shop', {
      defaultMethodOptions: { authorizationType: apigateway.AuthorizationType.IAM },
    });
    const all = new lambda.Function(this, 'All', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'all.handler',
      code: lambda.Code.fromAsset('src/all'),
    });
    const orders = shop.root.addResource('orders');
    orders.addMethod('GET', new apigateway.LambdaIntegration(all));
    orders.addResource('{id}').addMethod('GET', new apigateway.LambdaIntegration(all));
    const customers = shop.root.addResource('customers');
    customers.addMethod('GET', new apigateway.LambdaIntegration(all));
    customers.addResource('{id}').addMethod('GET', new apigateway.LambdaIntegration(all));
    const invoices = shop.root.addResource('invoices');
    invoices.addMethod('GET', new apigateway.LambdaIntegration(all));
    invoices.addResource('{id}').addMethod('GET', new apigateway.LambdaIntegration(all));
    const products = shop.root.addResource('products');
    products.addMethod('GET', new apigateway.LambdaIntegration(all));
    products.addResource('{id}').addMethod('GET', new apigateway.LambdaIntegration(all));
    const reports = shop.root.addResource('reports');
    reports.addMethod('GET', new apigateway.LambdaIntegration(all));
    reports.addResource('{id}').addMethod('GET', new apigateway.LambdaIntegration(all));
  }
}
