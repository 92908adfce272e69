import { describe, expect, test } from '@jest/globals';
import type { Advisory } from '../../src/dependencies/advisories/advisory.js';
import { judge, reviewFiles, scanFiles } from '../support/judging.js';

/** What a tree is told of one policy: severity and confidence. */
async function told(path: string, text: string, policy: string): Promise<readonly string[]> {
  const { findings } = await scanFiles(new Map([[path, text]]));
  return findings.filter((found) => found.policy === policy).map((found) => `${found.severity} ${found.confidence}`);
}

const sam = (more: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Handler: app.handler
      Runtime: nodejs24.x
${more}`;
const other = `  Other:
    Type: AWS::Serverless::Function
    Properties: { CodeUri: src, Handler: b.handler, Runtime: nodejs24.x }
`;
const policies = (statement: string) => `      Policies: [{ Statement: [{ Effect: Allow, ${statement} }] }]\n`;
const terraform = (more: string) => `resource "aws_lambda_function" "f" {
  function_name = "f"
  handler       = "a.b"
  runtime       = "nodejs24.x"
  filename      = "a.zip"
  role          = aws_iam_role.r.arn
}
variable "kind" {}
${more}`;
const elsewhere = `Resources:
  M:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !ImportValue shared-api
      ResourceId: !ImportValue shared-root
      HttpMethod: POST
      AuthorizationType: NONE
      Integration:
        Type: AWS_PROXY
        IntegrationHttpMethod: POST
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations
  Fn:
    Type: AWS::Lambda::Function
    Properties: { Code: { ZipFile: x }, Handler: a.b, Runtime: nodejs24.x, Role: !ImportValue r }
`;
const fed = sam(`      Events:
        Q: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn } }
  Jobs: { Type: AWS::SQS::Queue }
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }
  Into:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: AWS_PROXY
      IntegrationSubtype: SQS-SendMessage
      PayloadFormatVersion: '1.0'
      RequestParameters: { QueueUrl: !Ref Jobs, MessageBody: $request.body }
  Put:
    Type: AWS::ApiGatewayV2::Route
    Properties: { ApiId: !Ref Api, RouteKey: POST /jobs, Target: !Sub 'integrations/\${Into}' }
`);
const secrets = `param isProd bool
resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: 'a'
  location: 'westeurope'
  kind: 'functionapp'
  properties: {
    siteConfig: isProd ? {
      appSettings: [{ name: 'DB_PASSWORD', value: 'k7Qm-92xLw!pZ4' }]
    } : {
      appSettings: [{ name: 'DB_PASSWORD', value: 'w3Rt-81yKe!nB6' }]
    }
  }
}
`;
const logicApp = (password: string) => `resource flow 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'flow'
  location: 'westeurope'
  properties: {
    definition: {
      contentVersion: '1.0.0.0'
      triggers: { every: { type: 'Recurrence', recurrence: { frequency: 'Hour', interval: 1 } } }
      actions: {
        call: {
          type: 'Http'
          inputs: { method: 'GET', uri: 'https://x.example.com', authentication: { type: 'Basic', username: 'shop', password: '${password}' } }
        }
      }
    }
  }
}
`;

describe('readings that were once wrong', () => {
  test.each<[string, string, string, string, readonly string[]]>([
    [
      'to assume the role of a function by the ARN of the function is nothing',
      'template.yaml',
      sam(`${policies("Action: 'sts:AssumeRole', Resource: !GetAtt Other.Arn")}${other}`),
      'privilege-escalation-grant',
      [],
    ],
    [
      'an empty key of a topic is none',
      'main.tf',
      terraform('resource "aws_sns_topic" "t" {\n  kms_master_key_id = ""\n}\n'),
      'encryption-disabled',
      ['low high'],
    ],
    [
      'a key of a topic is one',
      'main.tf',
      terraform('resource "aws_sns_topic" "t" {\n  kms_master_key_id = "alias/own"\n}\n'),
      'encryption-disabled',
      [],
    ],
    [
      'an encryption that only the deployment knows is not none',
      'main.tf',
      terraform('resource "aws_kinesis_stream" "s" {\n  name = "s"\n  encryption_type = var.kind\n}\n'),
      'encryption-disabled',
      [],
    ],
    [
      'secrets in both cases of a condition',
      'main.bicep',
      secrets,
      'plaintext-secret-in-env',
      ['high high', 'high high'],
    ],
    ['a secret in a Logic App', 'main.bicep', logicApp('k7Qm-92xLw!pZ4'), 'plaintext-secret-in-env', ['low high']],
    [
      'an expression of a Logic App is no secret',
      'main.bicep',
      logicApp("@{parameters(\\'password\\')}"),
      'plaintext-secret-in-env',
      [],
    ],
    [
      'a method that only the deployment knows may be a preflight',
      'template.yaml',
      sam(
        '      Events: { E: { Type: Api, Properties: { Path: /a, Method: !Ref Method } } }\nParameters: { Method: { Type: String } }\n',
      ),
      'route-without-authorizer',
      ['medium medium'],
    ],
    [
      'an API that is declared elsewhere may be private',
      'template.yaml',
      elsewhere,
      'route-without-authorizer',
      ['medium medium'],
    ],
    ['a queue that an open API feeds is fed by anyone', 'template.yaml', fed, 'concurrency-unbounded', ['medium high']],
  ])('%s', async (...[, path, text, policy, expected]) => {
    expect(await told(path, text, policy)).toEqual(expected);
  });
});

describe('a password in the place where Terraform asks for one', () => {
  test.each([
    ['aws_docdb_cluster', 'master_password = "k7Qm-92xLw!pZ4"'],
    ['aws_redshift_cluster', 'master_password = "k7Qm-92xLw!pZ4"'],
    ['aws_redshiftserverless_namespace', 'admin_user_password = "k7Qm-92xLw!pZ4"'],
    ['aws_mq_broker', 'user {\n    username = "shop"\n    password = "k7Qm-92xLw!pZ4"\n  }'],
    ['azurerm_mssql_managed_instance', 'administrator_login_password = "k7Qm-92xLw!pZ4"'],
    ['azurerm_cosmosdb_postgresql_cluster', 'administrator_login_password = "k7Qm-92xLw!pZ4"'],
    ['azurerm_mariadb_server', 'administrator_login_password = "k7Qm-92xLw!pZ4"'],
    ['azurerm_synapse_workspace', 'sql_administrator_login_password = "k7Qm-92xLw!pZ4"'],
  ])('of %s is told', async (type, line) => {
    const text = terraform(`resource "${type}" "it" {\n  ${line}\n}\n`);
    expect(await told('main.tf', text, 'plaintext-secret-in-env')).toEqual(['high high']);
  });
});

const advisory: Advisory = {
  id: 'GHSA-l',
  aliases: [],
  summary: '',
  modified: '',
  severity: [],
  url: '',
  affected: ['npm', 'Maven'].map((ecosystem) => ({
    ecosystem,
    name: ecosystem === 'npm' ? 'lodash' : 'org.a:b',
    versions: ['4.17.4'],
    severity: [],
    ranges: [],
  })),
};
const manifest = ['package.json', '{"dependencies":{"lodash":"4.17.4"}}'] as const;

describe('versions are read', () => {
  test.each<[string, readonly (readonly [string, string])[]]>([
    [
      'in a lockfile of pnpm that is written in flow style',
      [
        manifest,
        [
          'pnpm-lock.yaml',
          "lockfileVersion: '9.0'\nimporters: {.: {dependencies: {lodash: {specifier: 4.17.4, version: 4.17.4}}}}\npackages: {lodash@4.17.4: {resolution: {integrity: sha512-AAAA}}}\nsnapshots: {lodash@4.17.4: {}}\n",
        ],
      ],
    ],
    [
      'behind a mark of byte order',
      [
        [
          'pom.xml',
          '\ufeff<?xml version="1.0"?>\n<project><dependencies><dependency><groupId>org.a</groupId><artifactId>b</artifactId><version>4.17.4</version></dependency></dependencies></project>\n',
        ],
      ],
    ],
  ])('%s', async (_, files) => {
    const advise = async () => ({ status: 'complete' as const, advisories: [advisory], asOf: undefined, problems: [] });
    const { findings, notices } = await reviewFiles(new Map(), new Map(files), { ...judge(), advise });
    expect(notices).toEqual([]);
    expect(findings.map(({ policy }) => policy)).toContain('vulnerable-dependency');
  });
});
