import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';

interface OrdersProps extends cdk.StackProps {
  readonly failures: sqs.DeadLetterQueue;
}

export class OrdersStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: OrdersProps) {
    super(scope, id, props);
    const inbox = new sqs.Queue(this, 'Inbox', {
      visibilityTimeout: cdk.Duration.seconds(180),
      deadLetterQueue: props.failures,
    });
    const orders = new lambda.Function(this, 'Orders', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromAsset('src'),
    });
    orders.addEventSource(new SqsEventSource(inbox));
  }
}
