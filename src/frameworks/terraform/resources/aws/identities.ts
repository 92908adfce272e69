import { argument, block, blocks, companion, companions, document, group, type ResourceTable } from '../field.js';

const policy = { PolicyName: argument('name'), PolicyDocument: document('policy') };
const attachment = companions('aws_iam_role_policy_attachment', 'role', { value: argument('policy_arn') });

/** What is attached to users and groups, one by one or to many at once. They have no such argument of their own. */
function attached(to: 'user' | 'group') {
  const one = companions(`aws_iam_${to}_policy_attachment`, to, { value: argument('policy_arn') });
  const many = companions('aws_iam_policy_attachment', `${to}s`, { value: argument('policy_arn') });
  return argument('managed_policy_arns', { written: one, besides: [one, many] });
}

/** IAM. */
export const identityTables: Readonly<Record<string, ResourceTable>> = {
  aws_iam_role: {
    type: 'AWS::IAM::Role',
    fields: {
      RoleName: argument('name'),
      AssumeRolePolicyDocument: document('assume_role_policy'),
      PermissionsBoundary: argument('permissions_boundary'),
      Policies: {
        ...blocks('inline_policy', policy),
        written: companions('aws_iam_role_policy', 'role', { fields: policy }),
      },
      ManagedPolicyArns: argument('managed_policy_arns', {
        written: attachment,
        besides: [
          companion('aws_iam_role_policy_attachments_exclusive', 'role_name', { value: argument('policy_arns') }),
          attachment,
          companions('aws_iam_policy_attachment', 'roles', { value: argument('policy_arn') }),
        ],
      }),
    },
  },
  aws_iam_role_policy: {
    type: 'AWS::IAM::RolePolicy',
    fields: { RoleName: argument('role'), PolicyDocument: document('policy') },
  },
  aws_iam_policy: {
    type: 'AWS::IAM::ManagedPolicy',
    fields: { ManagedPolicyName: argument('name'), PolicyDocument: document('policy') },
  },
  aws_iam_user: {
    type: 'AWS::IAM::User',
    fields: {
      UserName: argument('name'),
      ManagedPolicyArns: attached('user'),
    },
  },
  aws_iam_group: {
    type: 'AWS::IAM::Group',
    fields: {
      GroupName: argument('name'),
      ManagedPolicyArns: attached('group'),
    },
  },
  aws_iam_user_policy: { type: 'AWS::IAM::UserPolicy', fields: { PolicyDocument: document('policy') } },
  aws_iam_group_policy: { type: 'AWS::IAM::GroupPolicy', fields: { PolicyDocument: document('policy') } },
  aws_ssoadmin_permission_set_inline_policy: {
    type: 'AWS::IAM::GroupPolicy',
    fields: { PolicyDocument: document('inline_policy') },
  },
  aws_wafv2_web_acl_association: {
    type: 'AWS::WAFv2::WebACLAssociation',
    fields: { ResourceArn: argument('resource_arn'), WebACLArn: argument('web_acl_arn') },
  },
  aws_wafregional_web_acl_association: {
    type: 'AWS::WAFRegional::WebACLAssociation',
    fields: { ResourceArn: argument('resource_arn') },
  },
  aws_cognito_identity_pool: {
    type: 'AWS::Cognito::IdentityPool',
    fields: { AllowUnauthenticatedIdentities: argument('allow_unauthenticated_identities') },
  },
  aws_cognito_identity_pool_roles_attachment: {
    type: 'AWS::Cognito::IdentityPoolRoleAttachment',
    fields: { IdentityPoolId: argument('identity_pool_id'), Roles: argument('roles') },
  },
  aws_cognito_user_pool_client: {
    type: 'AWS::Cognito::UserPoolClient',
    fields: {
      UserPoolId: argument('user_pool_id'),
      ExplicitAuthFlows: argument('explicit_auth_flows'),
      AllowedOAuthFlows: argument('allowed_oauth_flows'),
      PreventUserExistenceErrors: argument('prevent_user_existence_errors'),
      EnableTokenRevocation: argument('enable_token_revocation'),
    },
  },
  aws_cognito_user_pool: {
    type: 'AWS::Cognito::UserPool',
    fields: {
      MfaConfiguration: argument('mfa_configuration'),
      Policies: group({ PasswordPolicy: block('password_policy', { MinimumLength: argument('minimum_length') }) }),
      LambdaConfig: block('lambda_config', {
        PreSignUp: argument('pre_sign_up'),
        PostConfirmation: argument('post_confirmation'),
        PreAuthentication: argument('pre_authentication'),
        PostAuthentication: argument('post_authentication'),
        PreTokenGeneration: argument('pre_token_generation'),
        CustomMessage: argument('custom_message'),
        DefineAuthChallenge: argument('define_auth_challenge'),
        CreateAuthChallenge: argument('create_auth_challenge'),
        VerifyAuthChallengeResponse: argument('verify_auth_challenge_response'),
        UserMigration: argument('user_migration'),
      }),
    },
  },
};
