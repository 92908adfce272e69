import * as cdk from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';

export class PartnersStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    const api = new apigateway.RestApi(this, 'PartnersApi');
    const orders = api.root.addResource('orders');
    orders.addMethod('POST', new apigateway.HttpIntegration('https://orders.example.com/'), { apiKeyRequired: true });
    const plan = api.addUsagePlan('Partners', {
      throttle: { rateLimit: 10, burstLimit: 20 },
      quota: { limit: 10000, period: apigateway.Period.DAY },
    });
    plan.addApiStage({ stage: api.deploymentStage });
  }
}
