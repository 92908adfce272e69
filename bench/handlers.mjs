/** Handlers as people write them, of as many functions as asked for; `salt` makes each text another one. */
export function makeHandler(language, functions, salt) {
  const { head, step, main } = languages[language];
  const all = Array.from({ length: functions }, (_, index) => index);
  return `${head(salt)}${all.map(step).join('')}${main(all)}`;
}

/** A handler and the files that it imports, as many as asked for. */
export function makeUnit(language, count, salt) {
  const { ending, head, step, unit, template } = languages[language];
  const files = new Map([['template.yaml', template]]);
  const names = Array.from({ length: count - 1 }, (_, index) => `m${index}`);
  for (const name of names) files.set(`src/${name}.${ending}`, `${head(salt)}${[0, 1, 2, 3].map(step).join('')}`);
  files.set(`src/app.${ending}`, unit(names));
  return files;
}

/** A stack of one function that an API starts. */
function templateFor(runtime) {
  return `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Handler: app.handler
      Runtime: ${runtime}
      Events: { Orders: { Type: HttpApi, Properties: { Path: /orders, Method: post } } }
`;
}

export const languages = {
  typescript: {
    ending: 'ts',
    template: templateFor('nodejs24.x'),
    head: (salt) => `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
// ${salt}
`,
    step: (index) => `
export async function step${index}(data: any) {
  const { name = '', items = [] } = data;
  if (!name) return undefined;
  const wanted = items.filter((item: any) => item.active && item.id !== ${index});
  for (const item of wanted) {
    if (item.kind === 'a') {
      await client.send(new PutCommand({ TableName: process.env.TABLE, Item: { id: item.id, name } }));
    } else if (item.kind === 'b') {
      try {
        await client.send(new UpdateCommand({ TableName: process.env.TABLE, Key: { id: item.id } }));
      } catch (error) {
        console.error('failed', error);
        throw error;
      }
    }
  }
  const url = \`https://example.com/\${encodeURIComponent(name)}\`;
  return { count: wanted.length, name: name.trim().toLowerCase(), url };
}
`,
    main: (all) => `
export const handler = async (event: any) => {
  const data = JSON.parse(event.body);
${all.map((index) => `  await step${index}(data);\n`).join('')}};
`,
    unit: (names) => `${names.map((name) => `import * as ${name} from './${name}';\n`).join('')}
export const handler = async (event: any) => {
  const data = JSON.parse(event.body);
${names.map((name) => `  await ${name}.step1(data);\n`).join('')}};
`,
  },
  python: {
    ending: 'py',
    template: templateFor('python3.13'),
    head: (salt) => `import boto3, json, logging, os
logger = logging.getLogger()
table = boto3.resource("dynamodb").Table(os.environ["TABLE"])
# ${salt}
`,
    step: (index) => `
def step_${index}(data):
    name = data.get("name", "")
    if not name:
        return None
    items = [item for item in data.get("items", []) if item["id"] != ${index}]
    for item in items:
        if item.get("kind") == "a":
            table.put_item(Item={"id": str(item["id"]), "name": name})
        elif item.get("kind") == "b":
            try:
                table.update_item(Key={"id": item["id"]}, UpdateExpression="set a = :a")
            except Exception as error:
                logger.error("failed %s", error)
                raise
    return {"count": len(items), "name": name.strip().lower(), "url": f"https://example.com/{name}"}
`,
    main: (all) => `
def handler(event, context):
    data = json.loads(event["body"])
${all.map((index) => `    step_${index}(data)\n`).join('')}`,
    unit: (names) => `import json
${names.map((name) => `import ${name}\n`).join('')}
def handler(event, context):
    data = json.loads(event["body"])
${names.map((name) => `    ${name}.step_1(data)\n`).join('')}`,
  },
};

const times = (count, make) => Array.from({ length: count }, (_, index) => make(index)).join('\n');

/** Handlers that nobody writes; each must end in time, with a notice where it was not followed whole. */
export const hostile = new Map([
  [
    'functions that call each other',
    `${times(300, (at) => `function f${at}(x) { ${times(6, (by) => `f${(at * 7 + by * 13 + 1) % 300}(x + ${by});`)} return x; }`)}
exports.handler = (event) => f0(event.body);`,
  ],
  [
    'branches',
    `exports.handler = (event) => { let x = event.body;\n${times(3000, (at) => `if (x.a${at}) { x = x + '${at}'; } else { x = { ...x, b${at}: x }; }`)} };`,
  ],
  ['brackets', `exports.handler = () => ${'['.repeat(5000)}${']'.repeat(5000)};`],
  ['a chain of calls', `exports.handler = (event) => event.body${'.replace("a", "b")'.repeat(20000)};`],
  [
    'a table',
    `const o = {${times(20000, (at) => `k${at}: { a: 1, b: [1, 2, 3] },`)}}; exports.handler = (event) => o[event.body];`,
  ],
  ['one line', `exports.handler = (event) => { ${'a = b + c; '.repeat(80000)} eval(event.body); };`],
  [
    'lists of lists',
    `exports.handler = (event) => { let a = event; ${'a = [...a, ...a, a, a]; '.repeat(3000)} eval(a); };`,
  ],
]);
