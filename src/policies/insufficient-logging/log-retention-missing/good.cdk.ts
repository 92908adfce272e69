import * as cdk from 'aws-cdk-lib';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

export class OrdersStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    new logs.LogGroup(this, 'Orders', {
      logGroupName: '/orders',
      retention: logs.RetentionDays.THREE_MONTHS,
    });
  }
}
