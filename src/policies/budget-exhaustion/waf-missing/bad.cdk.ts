import * as cdk from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';

export class ShopStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    const visibilityConfig = { cloudWatchMetricsEnabled: true, metricName: 'shop', sampledRequestsEnabled: true };
    const firewall = new CfnWebACL(this, 'Firewall', { scope: 'REGIONAL', defaultAction: { allow: {} }, visibilityConfig });
    const api = new apigateway.RestApi(this, 'ShopApi');
    api.root.addMethod('GET', new apigateway.HttpIntegration('https://shop.example.com/'), {
      authorizationType: apigateway.AuthorizationType.IAM,
    });
  }
}
