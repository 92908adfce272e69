import { describe, expect, test } from '@jest/globals';
import { applyEdits } from '../../src/findings/edits.js';
import type { Finding } from '../../src/findings/finding.js';
import { reviewFiles, scanFiles } from '../support/judging.js';

const policy = 'event-to-template';

/** A method of a REST API that starts a workflow, with its template from line 16 on. */
const sam = (template: string, resources = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders: { Type: AWS::ApiGateway::RestApi, Properties: { Name: orders } }
  Place:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Orders
      ResourceId: !GetAtt Orders.RootResourceId
      HttpMethod: POST
      AuthorizationType: AWS_IAM
      Integration:
        Type: AWS
        IntegrationHttpMethod: POST
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:states:action/StartExecution
        RequestTemplates:
          application/json: ${template}
${resources}`;
const block = (sign: string, ...lines: readonly string[]) =>
  [sign, ...lines.map((line) => `            ${line}`)].join('\n');
const start = '"stateMachineArn": "arn:aws:states:eu-west-1:1:stateMachine:orders",';

const terraform = (template: string) => `resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_api_gateway_method" "place" {
  rest_api_id   = aws_api_gateway_rest_api.orders.id
  resource_id   = aws_api_gateway_rest_api.orders.root_resource_id
  http_method   = "POST"
  authorization = "AWS_IAM"
}
resource "aws_api_gateway_integration" "place" {
  rest_api_id = aws_api_gateway_rest_api.orders.id
  resource_id = aws_api_gateway_rest_api.orders.root_resource_id
  http_method = "POST"
  type        = "AWS"
  uri         = "arn:aws:apigateway:eu-west-1:states:action/StartExecution"
  request_templates = {
    "application/json" = ${template}
  }
}
`;

const files = (texts: Readonly<Record<string, string>>) => new Map(Object.entries(texts));
const own = <F extends Finding>(findings: readonly F[]) => findings.filter((finding) => finding.policy === policy);
const linesIn = (at: Finding['at'], text: string) => text.slice(0, at.start).split('\n').length;

type Row = readonly [what: string, texts: Readonly<Record<string, string>>, lines: readonly number[]];

/** The line of the finding and those of its other parts. */
const places: readonly Row[] = [
  [
    'a block of YAML',
    { 'template.yaml': sam(block('|', '{', `  ${start}`, '  "input": "$input.json(\'$\')"', '}')) },
    [19],
  ],
  [
    'a folded block, after an empty line',
    { 'template.yaml': sam(block('>-', '{', '', `  ${start}`, '  "input": "$input.json(\'$\')" }')) },
    [20],
  ],
  [
    'a block with references',
    { 'template.yaml': sam(block('!Sub |', '{', '  "stateMachineArn": "${Flow}",', '  "input": "$input.body" }')) },
    [19],
  ],
  [
    'parts of several lines, each line once',
    {
      'template.yaml': sam(
        block(
          '|',
          '{',
          '  "a": "$input.path(\'$.a\') $input.path(\'$.b\')",',
          '  "c": 1,',
          '  "d": "$input.path(\'$.d\')"',
          '}',
        ),
      ),
    },
    [18, 20],
  ],
  [
    'not what is escaped before it',
    {
      'template.yaml': sam(
        block('|', '{', '  "a": "$util.escapeJavaScript($input.body)",', '  "b": "$input.body"', '}'),
      ),
    },
    [19],
  ],
  ['a heredoc', { 'main.tf': terraform('<<EOF\n{\n  "input": "$input.json(\'$\')"\n}\nEOF') }, [19]],
  [
    'an indented heredoc',
    { 'main.tf': terraform('<<-EOT\n      {\n        "input": "$input.json(\'$\')"\n      }\n    EOT') },
    [19],
  ],
  ['a text of one line', { 'template.yaml': sam(`'{ "input": "$input.body" }'`) }, [16]],
  ['a text of JSON, which is one line', { 'template.yaml': sam('"{\\n  \\"input\\": \\"$input.body\\"\\n}"') }, [16]],
];

describe('a finding stands on the lines that it is about', () => {
  test.each(places)('%s', async (_, texts, lines) => {
    const [[path = '', text = ''] = []] = Object.entries(texts);
    const [finding, ...others] = own((await scanFiles(files(texts))).findings);
    expect(others).toEqual([]);
    expect(finding?.at.path).toBe(path);
    expect(
      finding && [finding.at, ...(finding.related ?? []).map(({ at }) => at)].map((at) => linesIn(at, text)),
    ).toEqual(lines);
  });

  test('in the file that a template is read from', async () => {
    const template = '{\n  "a": 1,\n  "input": "$input.json(\'$\')"\n}\n';
    const texts = { 'main.tf': terraform('file("${path.module}/place.vtl")'), 'place.vtl': template };
    const [finding] = own((await scanFiles(files(texts))).findings);
    expect(finding?.at.path).toBe('main.tf');
    expect(finding?.origin?.at.path).toBe('place.vtl');
    expect(finding?.origin && linesIn(finding.origin.at, template)).toBe(3);
  });
});

describe('the fix', () => {
  test.each([
    [
      'template.yaml',
      sam(block('|', '{', '  "a": "$input.path(\'$.a\')",', '  "b": "$!{input.body}"', '}')),
      sam(
        block(
          '|',
          '{',
          '  "a": "$util.escapeJavaScript($input.path(\'$.a\'))",',
          '  "b": "$util.escapeJavaScript($input.body)"',
          '}',
        ),
      ),
    ],
    [
      'template.yaml',
      sam(block('>-', '{', `  ${start}`, '  "input": "$input.body" }')),
      sam(block('>-', '{', `  ${start}`, '  "input": "$util.escapeJavaScript($input.body)" }')),
    ],
    [
      'main.tf',
      terraform('<<EOF\n{\n  "input": "$input.json(\'$\')"\n}\nEOF'),
      terraform('<<EOF\n{\n  "input": "$util.escapeJavaScript($input.json(\'$\'))"\n}\nEOF'),
    ],
  ])('mends each part where it stands: %s %#', async (path, text, expected) => {
    const [finding] = own((await scanFiles(files({ [path]: text }))).findings);
    expect(finding?.fix?.verified).toBe(true);
    expect(applyEdits(text, finding?.fix?.edits ?? [])).toBe(expected);
  });
});

describe('in a review', () => {
  const written = (...lines: readonly string[]) => files({ 'template.yaml': sam(block('|', '{', ...lines, '}')) });
  const raw = (name: string) => `  "${name}": "$input.path('$.${name}')",`;
  const fixed = (name: string) => `  "${name}": 1,`;
  type Change = readonly [
    what: string,
    base: Map<string, string>,
    head: Map<string, string>,
    expected: readonly string[],
  ];
  const changes: readonly Change[] = [
    [
      'a part that is written',
      written(fixed('a'), fixed('b')),
      written(fixed('a'), raw('b')),
      ['introduced comment 19'],
    ],
    ['another part beside one', written(raw('a'), fixed('b')), written(raw('a'), raw('b')), ['worsened comment 19']],
    ['another part before one', written(fixed('a'), raw('b')), written(raw('a'), raw('b')), ['worsened comment 18']],
    ['another line of the text', written(raw('a'), fixed('b')), written(raw('a'), fixed('c')), ['existing summary 18']],
    ['one part less', written(raw('a'), raw('b')), written(raw('a'), fixed('b')), ['improved summary 18']],
    ['none any more', written(raw('a')), written(fixed('a')), ['fixed summary 18']],
  ];

  test.each(changes)('%s', async (_, base, head, expected) => {
    const { findings } = await reviewFiles(base, head);
    expect(own(findings).map((one) => `${one.status} ${one.place} ${one.start.line}`)).toEqual(expected);
  });

  test('a remark stands above the text', async () => {
    const text = sam(block('|', '{', raw('a'), '}')).replace(
      '          application/json:',
      `          # postern-ignore: ${policy} -- trusted callers\n          application/json:`,
    );
    const { findings } = await scanFiles(files({ 'template.yaml': text }));
    expect(own(findings).map(({ suppressed }) => suppressed?.reason)).toEqual(['trusted callers']);
  });
});
