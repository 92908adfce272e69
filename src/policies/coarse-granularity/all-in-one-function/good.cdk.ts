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
    const orders = new lambda.Function(this, 'Orders', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'orders.handler',
      code: lambda.Code.fromAsset('src/orders'),
    });
    const allOrders = shop.root.addResource('orders');
    allOrders.addMethod('GET', new apigateway.LambdaIntegration(orders));
    allOrders.addResource('{id}').addMethod('GET', new apigateway.LambdaIntegration(orders));
    const customers = shop.root.addResource('customers');
    customers.addMethod('GET', new apigateway.LambdaIntegration(orders));
    customers.addResource('{id}').addMethod('GET', new apigateway.LambdaIntegration(orders));
    const products = new lambda.Function(this, 'Products', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'products.handler',
      code: lambda.Code.fromAsset('src/products'),
    });
    const invoices = shop.root.addResource('invoices');
    invoices.addMethod('GET', new apigateway.LambdaIntegration(products));
    invoices.addResource('{id}').addMethod('GET', new apigateway.LambdaIntegration(products));
    const allProducts = shop.root.addResource('products');
    allProducts.addMethod('GET', new apigateway.LambdaIntegration(products));
    allProducts.addResource('{id}').addMethod('GET', new apigateway.LambdaIntegration(products));
    const reports = shop.root.addResource('reports');
    reports.addMethod('GET', new apigateway.LambdaIntegration(products));
    reports.addResource('{id}').addMethod('GET', new apigateway.LambdaIntegration(products));
  }
}
