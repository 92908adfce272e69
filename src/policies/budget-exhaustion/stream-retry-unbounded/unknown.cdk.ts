import * as cdk from 'aws-cdk-lib';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { KinesisEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';

interface OrdersProps extends cdk.StackProps {
  readonly retries: number;
}

export class OrdersStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: OrdersProps) {
    super(scope, id, props);
    const orders = new kinesis.Stream(this, 'Orders', { shardCount: 2 });
    const bill = new lambda.Function(this, 'Bill', {
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: lambda.Code.fromAsset('src'),
    });
    bill.addEventSource(
      new KinesisEventSource(orders, {
        startingPosition: lambda.StartingPosition.LATEST,
        retryAttempts: props.retries,
      }),
    );
  }
}
