import * as cdk from 'aws-cdk-lib';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

interface OrdersProps extends cdk.StackProps {
  readonly retention: logs.RetentionDays;
}

export class OrdersStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: OrdersProps) {
    super(scope, id, props);
    new logs.LogGroup(this, 'Orders', {
      logGroupName: '/orders',
      retention: props.retention,
    });
  }
}
