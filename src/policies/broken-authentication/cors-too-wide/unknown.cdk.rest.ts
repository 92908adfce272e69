import { RestApi, Cors, LambdaIntegration, CognitoUserPoolsAuthorizer } from 'aws-cdk-lib/aws-apigateway';
import { Stack, type StackProps } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { Construct } from 'constructs';

export class AccountStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const people = new UserPool(this, 'People');
    const authorizer = new CognitoUserPoolsAuthorizer(this, 'Signed', { cognitoUserPools: [people] });
    const show = new NodejsFunction(this, 'ShowAccount', { entry: 'src/account.ts' });
    const api = new RestApi(this, 'AccountApi', {
      defaultCorsPreflightOptions: {
        allowOrigins: this.node.tryGetContext('sites'),
        allowMethods: Cors.ALL_METHODS,
      },
      defaultMethodOptions: { authorizer },
    });
    api.root.addResource('account').addMethod('GET', new LambdaIntegration(show));
  }
}
