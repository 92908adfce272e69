import { expect, test } from '@jest/globals';
import { scanFiles } from '../../support/judging.js';

const resources = `  Key: { Type: AWS::AppSync::ApiKey, Properties: { ApiId: a } }
  Access: { Type: AWS::IAM::AccessKey, Properties: { UserName: ci } }`;
const parameters = 'Parameters: { Hidden: { Type: String, NoEcho: true }, Plain: { Type: String, NoEcho: false } }';

test.each([
  ['an API key', '!GetAtt Key.ApiKey', 'the API key Key'],
  ['a secret access key', '{ "Fn::GetAtt": [Access, SecretAccessKey] }', 'the secret access key Access'],
  ['a key in one branch of a condition', '!If [Yes, !GetAtt Key.ApiKey, none]', 'the API key Key'],
  ['a masked parameter', '!Ref Hidden', 'parameter Hidden, which is masked elsewhere'],
  ['the name of a key', '!GetAtt Key.ApiKeyId', undefined],
  ['the ID of an access key', '!Ref Access', undefined],
  ['a parameter that is not masked', '!Ref Plain', undefined],
  ['the attribute of a resource that is declared elsewhere', '!GetAtt Other.ApiKey', undefined],
])('an output that shows %s', async (_, value, what) => {
  const template = `${parameters}\nConditions: { Yes: !Equals [a, !Ref Plain] }\nResources:\n${resources}\nOutputs:\n  Shown: { Value: ${value} }\n`;
  const { findings } = await scanFiles(new Map([['template.yaml', template]]));
  const told = findings.flatMap(({ policy, message }) => (policy === 'plaintext-secret-in-env' ? [message] : []));
  const message = `Output Shown shows ${what}: anyone who can describe the stack can read it.`;
  expect(told).toEqual(what === undefined ? [] : [message]);
});

test('a service of Serverless Framework shows it by its resources, too', async () => {
  const service = `service: a\nprovider: { name: aws, runtime: nodejs24.x }\nresources:\n  Resources:\n    Key: { Type: AWS::AppSync::ApiKey, Properties: { ApiId: a } }\n  Outputs:\n    Shown: { Value: !GetAtt Key.ApiKey }\n`;
  const { findings } = await scanFiles(new Map([['serverless.yml', service]]));
  expect(findings.map(({ policy }) => policy)).toContain('plaintext-secret-in-env');
});
