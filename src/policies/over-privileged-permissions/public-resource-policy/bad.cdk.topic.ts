import { Stack, type StackProps } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Topic, TopicPolicy } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

export class EventsStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const orders = new Topic(this, 'Orders');
    const policyDocument = new PolicyDocument();
    policyDocument.addStatements(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['sns:Publish'],
        principals: [new AnyPrincipal()],
        resources: [orders.topicArn],
      }),
    );
    new TopicPolicy(this, 'OrdersPolicy', { topics: [orders], policyDocument });
  }
}
