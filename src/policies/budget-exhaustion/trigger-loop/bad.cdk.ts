import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';

export class OrdersStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    const inbox = new sqs.Queue(this, 'Inbox', { visibilityTimeout: cdk.Duration.seconds(180) });
    const outbox = new sqs.Queue(this, 'Outbox', { visibilityTimeout: cdk.Duration.seconds(180) });
    const orders = new lambda.Function(this, 'Orders', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromAsset('src'),
      environment: { QUEUE_URL: inbox.queueUrl },
    });
    orders.addEventSource(new SqsEventSource(inbox));
    inbox.grantSendMessages(orders);
  }
}
