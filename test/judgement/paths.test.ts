import { beforeAll, describe, expect, test } from '@jest/globals';
import { applyEdits } from '../../src/findings/edits.js';
import { catalogue } from '../../src/policies/catalogue.js';
import { diagramOf } from '../../src/report/picture.js';
import { publicationOf } from '../../src/report/publication.js';
import { wordsOf } from '../../src/report/words.js';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { reviewFiles } from '../support/judging.js';

beforeAll(prepareFrameworks);

const fn = (name: string, rest: string) => `  ${name}:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      CodeUri: src/
      Role: !GetAtt Shared.Arn
${rest}`;
const url = '      FunctionUrlConfig:\n        AuthType: NONE\n';
const role = (action: string) => `  Table:
    Type: AWS::DynamoDB::Table
  Shared:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
      Policies:
        - PolicyName: p
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: ${action}
                Resource: '*'
`;
const head = 'Transform: AWS::Serverless-2016-10-31\nResources:\n';
const files = (text: string) => new Map([['template.yaml', head + text]]);

async function published(before: string, after: string) {
  const review = await reviewFiles(files(before), files(after));
  const source = {
    review,
    notices: [],
    profile: 'standard' as const,
    words: wordsOf(catalogue),
    address: () => undefined,
  };
  return { review, publication: publicationOf(source, 10) };
}

describe('a change that opens a function that can do much', () => {
  const before = fn('One', '') + role('dynamodb:DeleteItem');
  const after = fn('One', url) + role('dynamodb:DeleteItem');

  test('draws the path with the new step marked, in the comment on the function', async () => {
    const { publication } = await published(before, after);
    const [comment] = publication.comments.filter(({ body }) => body.includes('```mermaid'));
    expect(comment?.body).toContain(
      [
        '```mermaid',
        'flowchart LR',
        '  a["Unauthenticated callers"]',
        '  b["the URL of One"]',
        '  c["One"]',
        '  d["use dynamodb:DeleteItem on all resources"]',
        '  a ==>|new| b',
        '  b --> c',
        '  c --> d',
        '```',
      ].join('\n'),
    );
  });

  test('and nothing is drawn of a change that opens nothing', async () => {
    const { review } = await published(after, after.replace('nodejs24', 'nodejs22'));
    expect(review.effects).toEqual([]);
  });

  test('names in a diagram cannot end their label', async () => {
    const odd = fn('One', url).replaceAll('One', '"One\\"]; click a <b>"');
    const { publication } = await published(before, odd + role('dynamodb:DeleteItem'));
    const drawn = publication.comments.flatMap(({ body }) => /```mermaid\n([\s\S]*?)```/.exec(body)?.[1] ?? []);
    expect(drawn.length).toBeGreaterThan(0);
    for (const line of drawn
      .join('\n')
      .split('\n')
      .filter((one) => one.includes('['))) {
      expect(line).toMatch(/^ {2}[a-d]\["[^"<>;\]]*"\]$/);
    }
  });
});

test.each(['@@', '', '"]', '🙂'])('a name of which nothing can be drawn, %j, leaves a diagram', (name) => {
  const steps = ['Unauthenticated callers', name, name, name] as const;
  const drawn = diagramOf({ function: name, steps, isNew: { wayIn: true, deed: false } });
  expect(drawn).toContain('b["…"]');
});

test('the cheapest cut is one edit where one closes every path, and it was tried', async () => {
  const own = (more: string) => `  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }
  One:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      CodeUri: src/
${more}`;
  const grant = `      Policies:
        - Statement:
            - Effect: Allow
              Action: dynamodb:DeleteItem
              Resource: '*'
`;
  const route =
    '      Events:\n        Get:\n          Type: HttpApi\n          Properties: { Path: /, Method: get }\n';
  const { review, publication } = await published(own(''), own(grant + url + route));
  const [{ cut } = { cut: undefined }] = review.effects;
  expect(cut).toMatchObject({ closes: 2, open: 2 });
  expect(cut?.edits).toHaveLength(1);
  expect(publication.check.summary).toContain('closes both open paths');
  // The same by hand: with the edits that it names nobody outside reaches more than the code needs.
  const lineOf = (start: number) => (head + own(grant + url + route)).slice(0, start).split('\n').length;
  const edits = (cut?.edits ?? []).flatMap(
    ({ policy, line }) =>
      review.findings.find((one) => one.policy === policy && lineOf(one.fix?.edits[0]?.start ?? 0) === line)?.fix
        ?.edits ?? [],
  );
  expect(edits).toHaveLength(1);
  const text = applyEdits(head + own(grant + url + route), edits);
  const again = await reviewFiles(files(own('')), new Map([['template.yaml', text]]));
  const open = ({ findings }: typeof review) =>
    findings.filter(({ policy, status }) => policy === 'exposed-power-path' && status === 'introduced').length;
  expect([open(review) > 0, open(again)]).toEqual([true, 0]);
});

const recoverable =
  '  Orders: { Type: AWS::DynamoDB::Table, Properties: { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } } }\n';

test.each<[string, string, readonly number[], string]>([
  [
    'one line of a role that three functions share',
    recoverable,
    [42],
    'One edit, the fix of `exposed-power-path` at `template.yaml:42`, closes all 3 open paths',
  ],
  [
    'three addresses, where nothing narrower is known',
    '',
    [11, 20, 29],
    '3 edits, the fixes of `exposed-power-path` at `template.yaml:11`, `template.yaml:20` and `template.yaml:29`, close all 3 open paths',
  ],
])('the cheapest cut of three paths: %s', async (_, table, lines, sentence) => {
  const three = (more: string) => ['One', 'Two', 'Three'].map((name) => fn(name, more)).join('');
  const shared = (action: string) => role(action).replace(/ {2}Table:\n.*\n/, table);
  const { review, publication } = await published(
    three('') + shared('dynamodb:GetItem'),
    three(url) + shared('dynamodb:DeleteItem'),
  );
  const [{ cut } = { cut: undefined }] = review.effects;
  expect(cut).toMatchObject({ closes: 3, open: 3 });
  expect(cut?.edits.map(({ line }) => line)).toEqual(lines);
  expect(publication.check.summary).toContain(sentence);
});
