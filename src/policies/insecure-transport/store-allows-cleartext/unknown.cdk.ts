import * as cdk from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

interface ShopProps extends cdk.StackProps {
  readonly tls: boolean;
}

export class ShopStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: ShopProps) {
    super(scope, id, props);
    new s3.Bucket(this, 'Payments', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: props.tls,
    });
  }
}
