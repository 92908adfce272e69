/**
 * How CloudFormation hands out names and ARNs where it differs from the rule (`Ref` is the name, `Arn` the attribute).
 * Source: AWS CloudFormation user guide, "Return values" of each resource type. Checked 2026-11-25.
 */

/** `Ref` is the ARN already. */
export const refIsArn: ReadonlySet<string> = new Set([
  'AWS::SNS::Topic',
  'AWS::StepFunctions::StateMachine',
  'AWS::StepFunctions::Activity',
  'AWS::Serverless::StateMachine',
  'AWS::SecretsManager::Secret',
  'AWS::Lambda::LayerVersion',
  'AWS::Serverless::LayerVersion',
  'AWS::Lambda::Version',
  'AWS::Lambda::Alias',
  'AWS::IAM::ManagedPolicy',
  'AWS::CertificateManager::Certificate',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::Listener',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
  'AWS::ECS::TaskDefinition',
]);

/** `Ref` is not the name: the attribute that is. */
export const nameAttributes: ReadonlyMap<string, string> = new Map([
  ['AWS::SQS::Queue', 'QueueName'],
  ['AWS::SNS::Topic', 'TopicName'],
  ['AWS::StepFunctions::StateMachine', 'Name'],
  ['AWS::Serverless::StateMachine', 'Name'],
]);
