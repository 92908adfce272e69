import * as cdk from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

export class ShopStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    const orders = new lambda.Function(this, 'Orders', {
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'orders.handler',
      code: lambda.Code.fromAsset('src'),
      tracing: lambda.Tracing.ACTIVE,
    });
    const bill = new lambda.Function(this, 'Bill', {
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'bill.handler',
      code: lambda.Code.fromAsset('src'),
      tracing: lambda.Tracing.ACTIVE,
    });
    const onCall = new SnsAction(new sns.Topic(this, 'OnCall'));
    orders.metricErrors().createAlarm(this, 'OrdersErrors', { threshold: 1, evaluationPeriods: 1 }).addAlarmAction(onCall);
    bill.metricErrors().createAlarm(this, 'BillErrors', { threshold: 1, evaluationPeriods: 1 }).addAlarmAction(onCall);
  }
}
