import * as cdk from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';

export class StockStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    const api = new apigateway.RestApi(this, 'InternalApi', {
      restApiName: 'stock',
      endpointTypes: [apigateway.EndpointType.PRIVATE],
    });
    const stock = api.root.addResource('stock');
    stock.addMethod('GET', new apigateway.HttpIntegration('https://stock.example.com/'), {
      authorizationType: apigateway.AuthorizationType.IAM,
    });
  }
}
