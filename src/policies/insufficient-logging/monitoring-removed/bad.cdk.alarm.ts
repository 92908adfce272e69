import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Code, Function, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

export class OrdersStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    new Function(this, 'Orders', {
      runtime: Runtime.NODEJS_22_X,
      handler: 'orders.handler',
      code: Code.fromAsset('src'),
      timeout: Duration.seconds(10),
      tracing: Tracing.ACTIVE,
      logGroup: new LogGroup(this, 'OrdersLogs', { retention: RetentionDays.THREE_MONTHS }),
    });
  }
}
