import * as cdk from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type { Construct } from 'constructs';

export class ShopStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    const certificate = acm.Certificate.fromCertificateArn(this, 'Certificate', cdk.Fn.importValue('ShopCertificate'));
    new apigateway.DomainName(this, 'Domain', {
      domainName: 'shop.example.com',
      certificate,
      securityPolicy: apigateway.SecurityPolicy.TLS_1_2,
    });
  }
}
