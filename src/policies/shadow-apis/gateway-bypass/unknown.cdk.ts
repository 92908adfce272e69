import { Stack, type StackProps } from 'aws-cdk-lib';
import { AuthorizationType, LambdaIntegration, MethodLoggingLevel, RestApi } from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Code, Function, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

export class PartnerStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const place = new Function(this, 'PlaceOrder', {
      runtime: Runtime.NODEJS_22_X,
      handler: 'orders.place',
      code: Code.fromAsset('src'),
      tracing: Tracing.ACTIVE,
    });
    const api = new RestApi(this, 'PartnerApi', {
      disableExecuteApiEndpoint: this.node.tryGetContext('ownDomainOnly'),
      defaultMethodOptions: { authorizationType: AuthorizationType.IAM },
      deployOptions: {
        loggingLevel: MethodLoggingLevel.ERROR,
        tracingEnabled: true,
        throttlingRateLimit: 20,
        throttlingBurstLimit: 40,
      },
    });
    api.root.addResource('orders').addMethod('POST', new LambdaIntegration(place));
    api.addDomainName('Domain', {
      domainName: 'partners.example.com',
      certificate: new Certificate(this, 'Certificate', { domainName: 'partners.example.com' }),
      mtls: { bucket: new Bucket(this, 'Truststore'), key: 'partners.pem' },
    });
  }
}
