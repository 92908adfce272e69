import * as cdk from 'aws-cdk-lib';
import * as agentcore from 'aws-cdk-lib/aws-bedrockagentcore';
import type { Construct } from 'constructs';

export class ToolsStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    new agentcore.Gateway(this, 'Tools', {
      gatewayName: 'tools',
      authorizerConfiguration: agentcore.GatewayAuthorizer.withNoAuth(),
    });
  }
}
