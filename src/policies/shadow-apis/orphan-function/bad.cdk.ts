import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

export class OrdersStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    const failed = new sqs.Queue(this, 'Failed');
    const inbox = new sqs.Queue(this, 'Inbox', { deadLetterQueue: { queue: failed, maxReceiveCount: 5 } });
    const orders = new lambda.Function(this, 'Orders', {
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'orders.handler',
      code: lambda.Code.fromAsset('src'),
      tracing: lambda.Tracing.ACTIVE,
    });
    orders.addEventSource(new SqsEventSource(inbox, { enabled: false }));
  }
}
