import * as cdk from 'aws-cdk-lib';
import * as agents from 'aws-cdk-lib/aws-bedrockagentcore';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

export class ReportsStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    const reports = new agents.Runtime(this, 'Reports', {
      agentRuntimeArtifact: agents.AgentRuntimeArtifact.fromAsset('agent'),
    });
    reports.addToRolePolicy(new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::reports-eu/*'] }));
  }
}
