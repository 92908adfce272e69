import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Alarm, ComparisonOperator } from 'aws-cdk-lib/aws-cloudwatch';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

export class OrdersStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const orders = new Function(this, 'Orders', {
      runtime: Runtime.NODEJS_22_X,
      handler: 'orders.handler',
      code: Code.fromAsset('src'),
      timeout: Duration.seconds(10),
      logGroup: new LogGroup(this, 'OrdersLogs', { retention: RetentionDays.THREE_MONTHS }),
    });
    const alarm = new Alarm(this, 'OrdersErrors', {
      metric: orders.metricErrors(),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    });
    alarm.addAlarmAction(new SnsAction(new Topic(this, 'OnCall')));
  }
}
