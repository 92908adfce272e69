import { beforeAll, describe, expect, test } from '@jest/globals';
import { cdk } from '../../../src/frameworks/cdk/cdk.js';
import { programOf } from '../../support/cdk.js';
import { scanFiles } from '../../support/judging.js';

// Each row was compared with what aws-cdk-lib 2.276 synthesises: what is told of the program is what is told of its template.
beforeAll(async () => cdk.prepare?.());

const inline = "runtime: lambda.Runtime.NODEJS_24_X, handler: 'i.h', code: lambda.Code.fromInline('exports.h = 1')";
const fn = `const fn = new lambda.Function(this, 'Fn', { ${inline} });`;
const imports = `import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as authorizers from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as integrations from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as rds from 'aws-cdk-lib/aws-rds';`;

async function told(statements: string, policy: string): Promise<readonly string[]> {
  const { findings } = await scanFiles(new Map([['lib/stack.ts', programOf(statements, imports)]]));
  return findings.flatMap((finding) => (finding.policy === policy ? [finding.message] : []));
}

const jwt = (options: string) => `${fn} const api = new apigwv2.HttpApi(this, 'Api');
api.addRoutes({ path: '/', methods: [apigwv2.HttpMethod.GET], integration: new integrations.HttpLambdaIntegration('I', fn),
  authorizer: ${options} });`;
const pool = "const pool = new cognito.UserPool(this, 'Pool', { mfa: cognito.Mfa.REQUIRED });";
const access = "const key = new iam.AccessKey(this, 'Key', { user: new iam.User(this, 'User') });";
const site = (options: string) =>
  `new cloudfront.Distribution(this, 'Site', { minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1${options} });`;
const machine = (id: string, start: string) =>
  `new sfn.StateMachine(this, '${id}', { definitionBody: sfn.DefinitionBody.fromChainable(${start}) });`;

describe('told of a program as of its template', () => {
  test.each<readonly [string, string, string, readonly string[]]>([
    [
      'tokens for an audience',
      jwt("new authorizers.HttpJwtAuthorizer('J', 'https://i.example.com', { jwtAudience: ['a'] })"),
      'token-verification-weak',
      [],
    ],
    [
      'tokens of a user pool',
      `${pool} ${jwt("new authorizers.HttpUserPoolAuthorizer('J', pool)")}`,
      'token-verification-weak',
      [],
    ],
    [
      'tokens for nobody in particular',
      jwt("new authorizers.HttpJwtAuthorizer('J', 'https://i.example.com', { jwtAudience: [] })"),
      'token-verification-weak',
      ['The authorizer Api/J of Api accepts tokens for any audience.'],
    ],
    [
      'flows that a client has by itself',
      `${pool} pool.addClient('Web', { preventUserExistenceErrors: true, authFlows: { userSrp: true } });`,
      'identity-pool-weak',
      ['Pool/Web allows the implicit flow, which puts tokens in the URL.'],
    ],
    [
      'flows of a client that names them',
      `${pool} pool.addClient('Web', { preventUserExistenceErrors: true, oAuth: { flows: { authorizationCodeGrant: true } } });`,
      'identity-pool-weak',
      [],
    ],
    [
      'a client without OAuth',
      `${pool} pool.addClient('Web', { preventUserExistenceErrors: true, disableOAuth: true });`,
      'identity-pool-weak',
      [],
    ],
    ['a TLS version without a certificate', site(''), 'tls-version-old', []],
    [
      'a TLS version with a certificate',
      site(
        ", certificate: acm.Certificate.fromCertificateArn(this, 'C', 'arn:aws:acm:us-east-1:111122223333:certificate/a')",
      ),
      'tls-version-old',
      ['Site accepts TLS 1.0.'],
    ],
    [
      'a layer that is added later',
      `${fn} fn.addLayers(lambda.LayerVersion.fromLayerVersionArn(this, 'L', 'arn:aws:lambda:eu-west-1:123456789012:layer:what:1'));`,
      'unknown-layer-publisher',
      ['Fn loads the layer what of account 123456789012, whose owner is not known.'],
    ],
    [
      'a layer for everyone',
      "const layer = new lambda.LayerVersion(this, 'L', { code: lambda.Code.fromAsset('l') }); layer.addPermission('All', { accountId: '*' });",
      'public-resource-policy',
      ['The resource policy of L allows anyone to call lambda:GetLayerVersion on it.'],
    ],
    [
      'a file system that is not encrypted',
      "new efs.FileSystem(this, 'Files', { encrypted: false });",
      'encryption-disabled',
      ['Files is not encrypted at rest.'],
    ],
    ['a file system', "new efs.FileSystem(this, 'Files', {});", 'encryption-disabled', []],
    [
      'a database that is not encrypted',
      "new rds.DatabaseInstance(this, 'Db', { storageEncrypted: false });",
      'encryption-disabled',
      ['Db is not encrypted at rest.'],
    ],
    [
      'a database with a key',
      "new rds.DatabaseInstance(this, 'Db', { storageEncryptionKey: new kms.Key(this, 'K', { enableKeyRotation: true }) });",
      'encryption-disabled',
      [],
    ],
    [
      'rights of a workflow',
      `${machine('Flow', "new sfn.Pass(this, 'P')").replace('new sfn', 'const flow = new sfn')} flow.addToRolePolicy(new iam.PolicyStatement({ actions: ['s3:*'], resources: ['*'] }));`,
      'wildcard-action',
      ['Role Flow/Role, which no function here uses, is granted s3:* on all resources.'],
    ],
  ])('%s', async (_, statements, policy, messages) => {
    expect(await told(statements, policy)).toEqual(messages);
  });
});

describe('outputs', () => {
  const shows = (id: string, what: string) =>
    `Output ${id} shows ${what}: anyone who can describe the stack can read it.`;
  test.each<readonly [string, string, readonly string[]]>([
    [
      'a secret access key',
      `${access} new cdk.CfnOutput(this, 'Out', { value: key.secretAccessKey.unsafeUnwrap() });`,
      [shows('Out', 'the secret access key Key')],
    ],
    ['the ID of an access key', `${access} new cdk.CfnOutput(this, 'Out', { value: key.accessKeyId });`, []],
    [
      'an API key',
      "const key = new appsync.CfnApiKey(this, 'Key', { apiId: 'a' }); new cdk.CfnOutput(this, 'Out', { value: key.attrApiKey });",
      [shows('Out', 'the API key Key')],
    ],
    [
      'a masked parameter',
      "new sns.Topic(this, 'Topic'); const word = new cdk.CfnParameter(this, 'Word', { noEcho: true }); new cdk.CfnOutput(this, 'Out', { value: word.valueAsString });",
      [shows('Out', 'parameter Word, which is masked elsewhere')],
    ],
    [
      'a parameter',
      "new sns.Topic(this, 'Topic'); const word = new cdk.CfnParameter(this, 'Word', {}); new cdk.CfnOutput(this, 'Out', { value: word.valueAsString });",
      [],
    ],
    [
      'a value that other stacks import',
      `${access} this.exportValue(key.secretAccessKey.unsafeUnwrap());`,
      [shows('exportValue', 'the secret access key Key')],
    ],
    [
      'the ARN of a secret',
      "const secret = new secretsmanager.Secret(this, 'Key'); new cdk.CfnOutput(this, 'Out', { value: secret.secretArn });",
      [],
    ],
  ])('that show %s', async (_, statements, messages) => {
    expect(await told(statements, 'plaintext-secret-in-env')).toEqual(messages);
  });
});

test('of several workflows each has the tasks that its own states lead to', async () => {
  const two = `${fn} const other = new lambda.Function(this, 'Other', { ${inline} });
    const call = new tasks.LambdaInvoke(this, 'Call', { lambdaFunction: fn });
    call.addCatch(new sfn.Fail(this, 'Bad'));
    new tasks.LambdaInvoke(this, 'Unused', { lambdaFunction: other });
    ${machine('One', "new sfn.Pass(this, 'A').next(call)")} ${machine('Two', "new sfn.Pass(this, 'B')")}`;
  expect(await told(two, 'orphan-function')).toEqual([
    'Nothing in this stack invokes Other or refers to it, and no output names it.',
  ]);
});
