// Sources, read 2026-11-25: AWS managed policy reference; Azure built-in roles (General, Privileged); Google Cloud IAM basic
// and predefined roles; Kubernetes RBAC default roles.

/** Managed policies and built-in roles that let their holder do everything, in lower case, identifiers included. */
export const adminNames: ReadonlySet<string> = new Set([
  'administratoraccess',
  'poweruseraccess',
  'owner',
  '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  'contributor',
  'b24988ac-6180-42a0-ab88-20f7382dd24c',
  'user access administrator',
  '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
  'roles/owner',
  'roles/editor',
  'cluster-admin',
]);

/** Those that let their holder raise its own permissions. */
export const escalationNames: ReadonlySet<string> = new Set([
  'iamfullaccess',
  'role based access control administrator',
  'f58310d9-a9f6-439a-9e8d-f62e7b41a168',
  'roles/iam.serviceaccountuser',
  'roles/iam.serviceaccounttokencreator',
  'roles/iam.serviceaccountkeyadmin',
  'roles/iam.serviceaccountadmin',
  'roles/iam.workloadidentityuser',
  'roles/iam.securityadmin',
  'roles/resourcemanager.projectiamadmin',
  'roles/resourcemanager.folderiamadmin',
  'roles/resourcemanager.organizationadmin',
  'roles/iam.organizationroleadmin',
  'roles/iam.roleadmin',
  'roles/iam.serviceaccountopenidtokencreator',
  // Permissions of roles that a stack defines itself. Source: Google Cloud IAM permissions reference.
  'iam.serviceaccounts.actas',
  'iam.serviceaccounts.getaccesstoken',
  'iam.serviceaccounts.signblob',
  'iam.serviceaccounts.signjwt',
  'iam.serviceaccounts.implicitdelegation',
  'iam.serviceaccounts.setiampolicy',
  'iam.serviceaccountkeys.create',
  'iam.roles.update',
  'resourcemanager.projects.setiampolicy',
  'resourcemanager.folders.setiampolicy',
  'resourcemanager.organizations.setiampolicy',
  'cloudfunctions.functions.update',
  'cloudfunctions.functions.sourcecodeset',
]);

/** Those that read every secret of their scope. */
export const secretNames: ReadonlySet<string> = new Set([
  'secretsmanagerreadwrite',
  'roles/secretmanager.secretaccessor',
  'secretmanager.versions.access',
  'key vault administrator',
  '00482a5a-887f-4fb3-b363-3b7fe8e74483',
  'all permissions on secrets',
]);

/** Those that read every secret of the one vault that they are bound on, and manage them too. */
export const vaultNames: ReadonlySet<string> = new Set([
  'key vault administrator',
  '00482a5a-887f-4fb3-b363-3b7fe8e74483',
  'all permissions on secrets',
]);

/** Azure's roles that manage a service, or all data of one, wherever they are bound. */
export const wholeServiceNames: ReadonlySet<string> = new Set([
  ...['storage account contributor', 'storage blob data owner', 'reader and data access', 'website contributor'],
  ...['azure service bus data owner', 'azure event hubs data owner', 'app configuration data owner'],
  ...['key vault contributor', 'documentdb account contributor', 'virtual machine contributor', 'network contributor'],
]);

/** Full access to something that holds nothing: a low concern. */
export const harmlessFullAccess: ReadonlySet<string> = new Set(['awsxrayfullaccess', 'cloudwatchlogsfullaccess']);

/** Full access to services that mostly answer questions. */
export const mildFullAccess: ReadonlySet<string> = new Set([
  'amazonpollyfullaccess',
  'amazontextractfullaccess',
  'amazontranscribefullaccess',
  'comprehendfullaccess',
  'translatefullaccess',
]);

/** The service (as stores name it) that a cloud role at project or subscription scope is about, by the start of its name. */
export const servicesByRole: readonly (readonly [prefix: string, service: string])[] = [
  ['roles/storage.', 'storage'],
  ['roles/pubsub.subscriber', 'pubsub-subscription'],
  ['roles/pubsub.', 'pubsub'],
  ['roles/datastore.', 'datastore'],
  ['roles/secretmanager.', 'secretmanager'],
  ['roles/cloudkms.', 'cloudkms'],
  ['storage ', 'storage'],
  ['azure service bus ', 'servicebus'],
  ['azure event hubs ', 'eventhubs'],
  ['cosmos db ', 'cosmosdb'],
  ['key vault ', 'keyvault'],
];

/** Services that answer questions about what they are sent and hold next to nothing. */
export const answeringServices: ReadonlySet<string> = new Set([
  'comprehend',
  'polly',
  'textract',
  'transcribe',
  'translate',
]);

/** Services whose reading is configuration rather than data: that on everything is a low concern. */
export const configurationServices: ReadonlySet<string> = new Set(['appconfig', 'ssm']);

/** Services that hold traces and logs: too much here is a low concern. */
export const telemetryServices: ReadonlySet<string> = new Set(['logs', 'xray']);

/** Actions that every function needs, that its network interface needs, or that look at nothing but the request. */
export const baselineActions: readonly string[] = [
  'logs:CreateLogGroup',
  'logs:CreateLogStream',
  'logs:PutLogEvents',
  'ec2:*NetworkInterface*',
  'ec2:*PrivateIpAddresses',
  'rekognition:Detect*',
  'cloudwatch:PutMetricData',
];

/** Managed policies that give no more than a function's platform needs, or only reading. */
export const minimalNames: ReadonlySet<string> = new Set([
  'awslambdabasicexecutionrole',
  'awslambdabasicdurableexecutionrolepolicy',
  'awslambdavpcaccessexecutionrole',
  'awslambdaenimanagementaccess',
  'awslambdasqsqueueexecutionrole',
  'awslambdadynamodbexecutionrole',
  'awslambdakinesisexecutionrole',
  'awslambdamskexecutionrole',
  'awsxraydaemonwriteaccess',
  'awsxraywriteonlyaccess',
  'cloudwatchlambdainsightsexecutionrolepolicy',
  'cloudwatchlambdaapplicationsignalsexecutionrolepolicy',
  'roles/logging.logwriter',
  'roles/cloudtrace.agent',
  'roles/monitoring.metricwriter',
  'roles/errorreporting.writer',
  'roles/eventarc.eventreceiver',
  'roles/artifactregistry.reader',
  'monitoring metrics publisher',
]);

/** Condition keys that fix what is acted on as well as a resource would. */
export const scopingConditions: ReadonlySet<string> = new Set([
  'ses:fromaddress',
  'kms:resourcealiases',
  'dynamodb:leadingkeys',
  'secretsmanager:secretid',
  'iam:awsservicename',
]);

/** What reads or opens secrets. */
export const secretActions: readonly string[] = [
  'secretsmanager:GetSecretValue',
  'ssm:GetParameter',
  'ssm:GetParameters',
  'ssm:GetParametersByPath',
  'ssm:GetParameterHistory',
  'kms:Decrypt',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyPair',
];
