import { Stack, type StackProps } from 'aws-cdk-lib';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Code, Function, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

interface OrdersProps extends StackProps {
  readonly orders: Table;
}

export class OrdersStack extends Stack {
  constructor(scope: Construct, id: string, props: OrdersProps) {
    super(scope, id, props);
    const role = new Role(this, 'OrdersRole', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSLambdaBasicExecutionRole')],
    });
    role.addToPolicy(new PolicyStatement({ actions: ['dynamodb:GetItem'], resources: [props.orders.tableArn] }));
    new Function(this, 'Orders', {
      runtime: Runtime.NODEJS_22_X,
      handler: 'orders.handler',
      code: Code.fromAsset('src'),
      tracing: Tracing.ACTIVE,
      logGroup: new LogGroup(this, 'OrdersLogs', { retention: RetentionDays.THREE_MONTHS }),
      role,
    });
  }
}
