import * as cdk from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

interface ShopProps extends cdk.StackProps {
  readonly tells: boolean;
}

export class ShopStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: ShopProps) {
    super(scope, id, props);
    const orders = new lambda.Function(this, 'Orders', {
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'orders.handler',
      code: lambda.Code.fromAsset('src'),
      tracing: lambda.Tracing.ACTIVE,
    });
    const onCall = new SnsAction(new sns.Topic(this, 'OnCall'));
    orders.metricErrors().createAlarm(this, 'OrdersErrors', { threshold: 1, evaluationPeriods: 1, actionsEnabled: props.tells }).addAlarmAction(onCall);
  }
}
