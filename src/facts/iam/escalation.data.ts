// Sources, read 2026-11-25: Rhino Security Labs "AWS IAM Privilege Escalation Methods", AWS service authorisation reference,
// Amazon Bedrock AgentCore developer guide (execution roles).

/** Actions that alone let their holder raise its own permissions, on everything or on its own role or function. */
export const escalatingActions: readonly string[] = [
  'iam:CreatePolicyVersion',
  'iam:SetDefaultPolicyVersion',
  'iam:AttachRolePolicy',
  'iam:AttachUserPolicy',
  'iam:AttachGroupPolicy',
  'iam:PutRolePolicy',
  'iam:PutUserPolicy',
  'iam:PutGroupPolicy',
  'iam:AddUserToGroup',
  'iam:UpdateAssumeRolePolicy',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:UpdateLoginProfile',
  'iam:DeleteRolePermissionsBoundary',
  'iam:PutRolePermissionsBoundary',
  'sts:AssumeRole',
  'lambda:UpdateFunctionCode',
  'lambda:UpdateFunctionConfiguration',
  'lambda:AddPermission',
  'ssm:SendCommand',
  'ssm:StartSession',
  'kms:PutKeyPolicy',
  'kms:CreateGrant',
  's3:PutBucketPolicy',
  'secretsmanager:PutResourcePolicy',
  'cognito-idp:AdminSetUserPassword',
  'cognito-idp:AdminAddUserToGroup',
];

/** Services whose wildcard raises permissions too. */
export const escalatingServices: ReadonlySet<string> = new Set(['iam', 'sts', 'organizations']);

export interface PassingCombination {
  /** All of them are needed beside `iam:PassRole`; of each inner list one is enough. */
  readonly actions: readonly (readonly string[])[];
  /** The service that receives the role. */
  readonly service: string;
  readonly confidence?: 'medium';
}

/** What turns `iam:PassRole` on any role into the permissions of that role. */
export const passingCombinations: readonly PassingCombination[] = [
  {
    actions: [['lambda:CreateFunction'], ['lambda:InvokeFunction', 'lambda:CreateEventSourceMapping']],
    service: 'lambda.amazonaws.com',
  },
  { actions: [['ec2:RunInstances']], service: 'ec2.amazonaws.com' },
  { actions: [['ecs:RunTask', 'ecs:RegisterTaskDefinition']], service: 'ecs-tasks.amazonaws.com' },
  { actions: [['cloudformation:CreateStack', 'cloudformation:UpdateStack']], service: 'cloudformation.amazonaws.com' },
  { actions: [['glue:CreateJob', 'glue:CreateDevEndpoint']], service: 'glue.amazonaws.com' },
  { actions: [['codebuild:CreateProject', 'codebuild:StartBuild']], service: 'codebuild.amazonaws.com' },
  { actions: [['states:CreateStateMachine', 'states:UpdateStateMachine']], service: 'states.amazonaws.com' },
  {
    actions: [
      [
        'sagemaker:CreateNotebookInstance',
        'sagemaker:CreateTrainingJob',
        'sagemaker:CreateProcessingJob',
        'sagemaker:CreateModel',
        'sagemaker:CreatePipeline',
      ],
    ],
    service: 'sagemaker.amazonaws.com',
  },
  {
    actions: [['datapipeline:CreatePipeline', 'datapipeline:PutPipelineDefinition']],
    service: 'datapipeline.amazonaws.com',
  },
  { actions: [['events:PutTargets']], service: 'events.amazonaws.com' },
  { actions: [['scheduler:CreateSchedule']], service: 'scheduler.amazonaws.com' },
  { actions: [['apprunner:CreateService']], service: 'tasks.apprunner.amazonaws.com' },
  {
    actions: [
      ['bedrock-agentcore:CreateAgentRuntime', 'bedrock-agentcore:CreateCodeInterpreter', 'bedrock:CreateAgent'],
    ],
    service: 'bedrock-agentcore.amazonaws.com',
    confidence: 'medium',
  },
];
