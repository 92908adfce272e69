import * as cdk from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';

export class ShopStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    const api = new apigateway.RestApi(this, 'ShopApi', {
      deployOptions: { tracingEnabled: true },
    });
    api.root.addMethod('GET', new apigateway.HttpIntegration('https://shop.example.com/'), {
      authorizationType: apigateway.AuthorizationType.IAM,
    });
  }
}
