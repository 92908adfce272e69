import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../src/languages/python/parse.js';
import policy from '../../src/policies/event-injection/event-to-resource-name/policy.js';
import { inspectedBy } from '../support/inspected.js';

beforeAll(preparePython);

const template = (auth: string, runtime: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::HttpApi
    Properties:
      Auth:
        Authorizers:
          Users:
            IdentitySource: $request.header.Authorization
            JwtConfiguration: { issuer: 'https://issuer.example', audience: [shop] }
  Files:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Handler: app.handler
      Runtime: ${runtime}
      Events:
        Get:
          Type: HttpApi
          Properties: { ApiId: !Ref Api, Path: '/files/{id}', Method: get, Auth: { Authorizer: ${auth} } }
`;
const sdk =
  "import { S3Client, GetObjectCommand, PutObjectCommand, DeleteObjectCommand } from '@aws-sdk/client-s3';\nconst s3 = new S3Client({});";
const js = (body: string) => `${sdk}\nexport const handler = async (event) => {\n  ${body}\n};\n`;
const get = (key: string) => js(`return s3.send(new GetObjectCommand({ Bucket: process.env.FILES, Key: ${key} }));`);
const says = (verb: string) =>
  `medium Files ${verb} the object whose key the caller sends, and nothing binds it to the caller: `;

test.each([
  ['a key of the path', 'Users', get('event.pathParameters.id'), [says('reads')]],
  ['a key below a fixed folder', 'Users', get('`files/${event.pathParameters.id}.pdf`'), [says('reads')]],
  ['a key that anyone may ask for', 'NONE', get('event.pathParameters.id'), []],
  [
    'a key below the folder of the caller',
    'Users',
    get('`${event.requestContext.authorizer.jwt.claims.sub}/${event.pathParameters.id}`'),
    [],
  ],
  [
    'a key that is looked up for the caller',
    'Users',
    js(
      'const { owner } = await load(event.pathParameters.id); if (owner !== event.requestContext.authorizer.jwt.claims.sub) return { statusCode: 403 }; return s3.send(new GetObjectCommand({ Bucket: process.env.FILES, Key: event.pathParameters.id }));',
    ),
    [],
  ],
  [
    'a key with a part that nobody guesses',
    'Users',
    js(
      'return s3.send(new PutObjectCommand({ Bucket: process.env.FILES, Key: `${crypto.randomUUID()}/${event.pathParameters.id}`, Body: event.body }));',
    ),
    [],
  ],
  [
    'a key that is deleted',
    'Users',
    js('return s3.send(new DeleteObjectCommand({ Bucket: process.env.FILES, Key: JSON.parse(event.body).key }));'),
    [says('deletes')],
  ],
])('%s', async (_, auth, code, expected) => {
  const files = { 'template.yaml': template(auth, 'nodejs22.x'), 'src/app.mjs': code };
  const found = await inspectedBy(policy, files);
  expect(found.map((one) => one.slice(0, one.indexOf(': ') + 2))).toEqual(expected);
});

const sent = 'event["pathParameters"]["id"]';

test.each([
  ['a key of Python', 'return s3.get_object(Bucket="files", Key=event["pathParameters"]["id"])', [says('reads')]],
  ['a file that is sent', `s3.upload_file("/tmp/a", "files", ${sent})`, [says('writes')]],
  ['a file that is sent, by names', `s3.upload_file("/tmp/a", Bucket="files", Key=${sent})`, [says('writes')]],
  ['a file that is sent below another', `s3.upload_file("/tmp/a", "files", str(uuid4()) + ${sent})`, []],
  ['a name of a file is no key', `s3.upload_file(${sent}, "files", "fixed")`, []],
  ['an object that is fetched', `s3.download_fileobj("files", ${sent}, out)`, [says('reads')]],
  ['a file for a bucket', `store.Bucket("files").upload_file("/tmp/a", ${sent})`, [says('writes')]],
  ['a file of a bucket', `store.Bucket("files").download_file(${sent}, "/tmp/a")`, [says('reads')]],
  ['an object', `return store.Object("files", ${sent}).get()`, [says('reads')]],
  ['an object by names', `return store.Object(bucket_name="files", key=${sent}).get()`, [says('reads')]],
  ['an object of a bucket', `store.Bucket("files").Object(${sent}).delete()`, [says('deletes')]],
  ['an object that is written later', `one = store.Object("files", ${sent})\n    one.put(Body="a")`, [says('writes')]],
  ['an object with a fixed key', `store.Object("files", "a.txt").put(Body=${sent})`, []],
  ['an object that nobody touches', `store.Object("files", ${sent})`, []],
  [
    'a key of Python from a list',
    'key = event["pathParameters"]["id"]\n    if key not in ["a", "b"]:\n        return {}\n    return s3.get_object(Bucket="files", Key=key)',
    [],
  ],
])('%s', async (_, body, expected) => {
  const code = `import boto3\ns3 = boto3.client("s3")\nstore = boto3.resource("s3")\ndef handler(event, context):\n    ${body}\n`;
  const found = await inspectedBy(policy, { 'template.yaml': template('Users', 'python3.13'), 'src/app.py': code });
  expect(found.map((one) => one.slice(0, one.indexOf(': ') + 2))).toEqual(expected);
});
