import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

export class RunnerStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    new lambda.CfnMicrovmImage(this, 'Runner', {
      name: 'runner',
      egressNetworkConnectors: ['arn:aws:lambda:eu-central-1:111122223333:network-connector:runner'],
      additionalOsCapabilities: [],
    });
  }
}
