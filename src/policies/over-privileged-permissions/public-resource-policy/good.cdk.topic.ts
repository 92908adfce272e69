import { Stack, type StackProps } from 'aws-cdk-lib';
import { Effect, PolicyDocument, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
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
        principals: [new ServicePrincipal('events.amazonaws.com')],
        resources: [orders.topicArn],
      }),
    );
    new TopicPolicy(this, 'OrdersPolicy', { topics: [orders], policyDocument });
  }
}
