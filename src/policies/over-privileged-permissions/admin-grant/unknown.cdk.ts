import * as cdk from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

interface OrdersProps extends cdk.StackProps {
  readonly actions: string[];
}

export class OrdersStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: OrdersProps) {
    super(scope, id, props);
    const orders = new lambda.Function(this, 'Orders', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromAsset('src'),
    });
    orders.addToRolePolicy(
      new iam.PolicyStatement({
        actions: props.actions,
        resources: ['*'],
      }),
    );
  }
}
