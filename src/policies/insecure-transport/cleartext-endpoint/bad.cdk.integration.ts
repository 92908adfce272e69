import * as cdk from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';

export class ShopStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    const shop = new apigateway.RestApi(this, 'Shop', {
      defaultMethodOptions: { authorizationType: apigateway.AuthorizationType.IAM },
    });
    shop.root.addResource('rates').addMethod('GET', new apigateway.HttpIntegration('http://rates.example.com/v1'));
  }
}
