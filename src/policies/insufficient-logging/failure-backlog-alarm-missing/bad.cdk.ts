import * as cdk from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

export class OrdersStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    const failed = new sqs.Queue(this, 'Failed', { retentionPeriod: cdk.Duration.days(14) });
    const inbox = new sqs.Queue(this, 'Inbox', { deadLetterQueue: { queue: failed, maxReceiveCount: 5 } });
    const onCall = new SnsAction(new sns.Topic(this, 'OnCall'));
    inbox
      .metricApproximateNumberOfMessagesVisible()
      .createAlarm(this, 'Backlog', { threshold: 1, evaluationPeriods: 1 })
      .addAlarmAction(onCall);
  }
}
