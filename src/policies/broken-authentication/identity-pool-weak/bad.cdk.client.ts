import * as cdk from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';

export class ShopStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    const users = new cognito.UserPool(this, 'Users', { mfa: cognito.Mfa.REQUIRED });
    users.addClient('Web', {
      preventUserExistenceErrors: true,
      authFlows: { userPassword: true },
      oAuth: { flows: { authorizationCodeGrant: true } },
    });
  }
}
