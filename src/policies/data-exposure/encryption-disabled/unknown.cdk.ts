import * as cdk from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

interface OrdersProps extends cdk.StackProps {
  readonly encryption: sqs.QueueEncryption;
}

export class OrdersStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: OrdersProps) {
    super(scope, id, props);
    new sqs.Queue(this, 'Inbox', { encryption: props.encryption });
  }
}
