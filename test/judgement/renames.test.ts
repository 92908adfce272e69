import { beforeAll, describe, expect, test } from '@jest/globals';
import { namedThings } from '../../src/facts/named-things.js';
import { catalogue } from '../../src/policies/catalogue.js';
import { review } from '../../src/review.js';
import { holdFiles } from '../../src/stacks/files.js';
import { prepareFrameworks, readStacks } from '../../src/stacks/read.js';
import { entriesOf } from '../../src/stacks/relevance.js';
import { type Example, examplesOf } from '../support/examples.js';
import { judge, pullRequest } from '../support/judging.js';
import { renamedNames } from '../support/renaming.js';

type Files = ReadonlyMap<string, string>;

const rows = catalogue
  .filter((policy) => 'check' in policy)
  .flatMap((policy) =>
    examplesOf(policy)
      .filter(({ kind }) => kind === 'bad')
      .map((example) => [`${policy.id} on ${example.framework} ${example.variant}`, example] as const),
  );

beforeAll(prepareFrameworks);

/** The findings that a change introduces, in words. */
async function introduced(base: Files, head: Files, moves: readonly (readonly [string, string])[] = []) {
  const { findings } = await review(pullRequest(base, head, moves), judge());
  return findings
    .filter(({ status }) => status === 'introduced' || status === 'worsened')
    .map(({ policy, resource, message }) => `${policy} ${resource}: ${message}`);
}

async function idsIn(files: Files): Promise<readonly string[]> {
  const held = holdFiles([...files.keys()]);
  held.add(files, [...files.keys()]);
  const { stacks } = await readStacks(entriesOf([...files.keys()]), held, async () => files);
  return [...new Set(stacks.flatMap(({ model }) => namedThings(model).map(({ id }) => id)))];
}

test.each(['sam', 'cloudformation', 'serverless', 'terraform', 'cdk', 'bicep'])(
  'nearly every example on %s has names to change',
  async (wanted) => {
    const examples = rows.flatMap(([, example]) => (example.framework === wanted ? [example] : []));
    const unchanged: string[] = [];
    for (const { files } of examples) {
      const head = renamedNames(files, wanted, await idsIn(files));
      if ([...files].every(([path, text]) => head.get(path) === text)) unchanged.push([...files.keys()].join(' '));
    }
    expect({ wanted, isMost: unchanged.length <= examples.length / 4 }).toEqual({ wanted, isMost: true });
  },
);

describe('a change introduces nothing', () => {
  test.each(rows)('that renames the resources of %s', async (_, { files, framework }: Example) => {
    const head = renamedNames(files, framework, await idsIn(files));
    expect(await introduced(files, head)).toEqual([]);
  });

  test.each(rows)('that moves the folder of %s', async (_, { files }: Example) => {
    const within = (folder: string) => new Map([...files].map(([path, text]) => [`${folder}/${path}`, text]));
    expect(await introduced(within('services/orders'), within('apps/shop/orders'))).toEqual([]);
  });

  test('that renames a function together with its folder and the layer it loads', async () => {
    const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  libs: { Type: AWS::Serverless::LayerVersion, Properties: { ContentUri: lib/ } }
  handler:
    Type: AWS::Serverless::Function
    Properties: { Handler: app.run, Runtime: ruby3.4, CodeUri: handler/, Layers: [!Ref libs] }
`;
    const head = template.replaceAll('libs', 'gems').replaceAll('handler', 'worker');
    const files = (text: string): Files => new Map([['template.yaml', text]]);
    expect(await introduced(files(template), files(head))).toEqual([]);
  });

  test('that leaves a reference behind, so that less of the stack is known than before', async () => {
    const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Shop: { Type: AWS::Serverless::Api, Properties: { StageName: prod, Auth: { DefaultAuthorizer: AWS_IAM } } }
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.run
      Runtime: ruby3.4
      CodeUri: src/
      Events: { Any: { Type: Api, Properties: { Method: get, Path: /, RestApiId: !Ref Shop } } }
  Arn: { Type: AWS::SSM::Parameter, Properties: { Type: String, Value: !GetAtt OrdersRole.Arn } }
`;
    const head = template.replace(/\bShop\b/g, 'Store').replace(/\bOrders\b/g, 'Sales');
    const files = (text: string): Files => new Map([['template.yaml', text]]);
    expect(await introduced(files(template), files(head))).toEqual([]);
  });
});
