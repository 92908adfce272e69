import * as cdk from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

interface ShopProps extends cdk.StackProps {
  readonly keyed: boolean;
}

export class ShopStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: ShopProps) {
    super(scope, id, props);
    const orders = new lambda.Function(this, 'Orders', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromAsset('src'),
    });
    const shop = new apigateway.RestApi(this, 'Shop');
    shop.root.addResource('orders').addMethod('GET', new apigateway.LambdaIntegration(orders), {
      apiKeyRequired: props.keyed,
    });
  }
}
