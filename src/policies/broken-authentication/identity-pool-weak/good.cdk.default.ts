import * as cdk from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';

export class ShopStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    new cognito.UserPool(this, 'Users', {
      selfSignUpEnabled: true,
      mfa: cognito.Mfa.OPTIONAL,
    });
  }
}
