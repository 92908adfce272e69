import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Code, Function, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

export class ReportStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const failed = new Queue(this, 'FailedReports', { retentionPeriod: Duration.days(14) });
    const report = new Function(this, 'Report', {
      runtime: Runtime.NODEJS_22_X,
      handler: 'report.handler',
      code: Code.fromAsset('src'),
      tracing: Tracing.ACTIVE,
    });
    new Rule(this, 'Nightly', {
      schedule: Schedule.cron({ hour: '3', minute: '0' }),
      targets: [new LambdaFunction(report, { retryAttempts: 2 })],
    });
  }
}
