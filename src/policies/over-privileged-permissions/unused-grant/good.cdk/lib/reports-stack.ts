import * as cdk from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

export class ReportsStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    const report = new lambda.Function(this, 'Report', {
      runtime: lambda.Runtime.PYTHON_3_13,
      handler: 'report.handler',
      code: lambda.Code.fromAsset('src'),
    });
    report.addToRolePolicy(
      new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::reports-eu/*'] }),
    );
  }
}
