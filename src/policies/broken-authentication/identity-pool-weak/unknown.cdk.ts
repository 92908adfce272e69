import * as cdk from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';

interface ShopProps extends cdk.StackProps {
  readonly mfa: cognito.Mfa;
}

export class ShopStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: ShopProps) {
    super(scope, id, props);
    new cognito.UserPool(this, 'Users', {
      selfSignUpEnabled: true,
      mfa: props.mfa,
    });
  }
}
