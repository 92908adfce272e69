import { expect, test } from '@jest/globals';
import policy from '../../src/policies/event-injection/event-to-template/policy.js';
import { readCode } from '../support/read-code.js';

const rest = (uri: string, template: string) => `Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties: { Name: orders }
  Place:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: POST
      Integration:
        Type: AWS
        Uri: !Sub 'arn:aws:apigateway:\${AWS::Region}:${uri}'
        RequestTemplates:
          application/json: ${template}
`;
const queue = 'sqs:path/1/orders';
const workflow = 'states:action/StartExecution';
const graphql = (template: string) => `Resources:
  Api:
    Type: AWS::AppSync::GraphQLApi
    Properties: { Name: orders, AuthenticationType: AWS_IAM }
  Add:
    Type: AWS::AppSync::Resolver
    Properties:
      ApiId: !GetAtt Api.ApiId
      TypeName: Mutation
      FieldName: add
      RequestMappingTemplate: |
        ${template.replaceAll('\n', '\n        ')}
`;
const block = (text: string) => `|\n            ${text.replaceAll('\n', '\n            ')}`;
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
  uri         = "arn:aws:apigateway:eu-west-1:sqs:path/1/orders"
  request_templates = {
    "application/json" = <<EOF
${template}
EOF
  }
}
`;
const document = (template: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: prod
      DefinitionBody:
        openapi: 3.0.1
        paths:
          /orders:
            post:
              x-amazon-apigateway-integration:
                type: aws
                httpMethod: POST
                uri: arn:aws:apigateway:eu-west-1:sqs:path/1/orders
                requestTemplates:
                  application/json: ${template}
`;

type Row = readonly [what: string, path: string, text: string, expected: readonly string[]];

const rows: readonly Row[] = [
  [
    'a body in a form',
    'template.yaml',
    rest(queue, 'Action=SendMessage&MessageBody=$input.body'),
    [`$input.body → 'Action=SendMessage&MessageBody=$util.urlEncode($input.body)'`],
  ],
  [
    'a body in a form that is encoded',
    'template.yaml',
    rest(queue, 'Action=SendMessage&MessageBody=$util.urlEncode($input.body)'),
    [],
  ],
  [
    'JSON between quotes',
    'template.yaml',
    rest(workflow, block('{ "input": "$input.json(\'$\')" }')),
    ["$input.json('$')"],
  ],
  [
    'JSON between quotes that is escaped',
    'template.yaml',
    rest(workflow, block('{ "input": "$util.escapeJavaScript($input.json(\'$\'))" }')),
    [],
  ],
  ['JSON as a value', 'template.yaml', rest(workflow, block('{ "input": $input.json(\'$.a\') }')), []],
  [
    'a part between quotes',
    'template.yaml',
    rest(workflow, block('{ "name": "$input.path(\'$.id\')" }')),
    ["$input.path('$.id')"],
  ],
  [
    'a parameter as a value',
    'template.yaml',
    rest(workflow, block('{ "limit": $input.params(\'limit\') }')),
    ["$input.params('limit')"],
  ],
  [
    'a variable that is set',
    'template.yaml',
    rest(workflow, block('#set($body = $input.path(\'$\'))\n{ "a": 1 }')),
    [],
  ],
  ['a request that is passed on', 'template.yaml', rest(queue, '$input.body'), []],
  [
    'a function, which is handed an event',
    'template.yaml',
    rest(
      'lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:1:function:a/invocations',
      block('{ "body": "$input.body" }'),
    ),
    [],
  ],
  [
    'a text with references',
    'template.yaml',
    rest(workflow, `!Sub '{ "stateMachineArn": "\${Flow}", "input": "$input.body" }'`),
    ['$input.body'],
  ],
  [
    'an operation of a document',
    'template.yaml',
    document('Action=SendMessage&MessageBody=$input.body'),
    [`$input.body → 'Action=SendMessage&MessageBody=$util.urlEncode($input.body)'`],
  ],
  [
    'several parts, told together',
    'template.yaml',
    rest(
      workflow,
      block('{\n  "a": "$input.path(\'$.a\')",\n  "b": "$input.path(\'$.b\')",\n  "c": "$input.path(\'$.a\')"\n}'),
    ),
    ["$input.path('$.a')"],
  ],
  ['Terraform', 'main.tf', terraform('Action=SendMessage&MessageBody=$input.body'), ['$input.body']],
  ['Terraform, encoded', 'main.tf', terraform('Action=SendMessage&MessageBody=$util.urlEncode($input.body)'), []],
  [
    'an argument of GraphQL between quotes',
    'template.yaml',
    graphql('{ "version": "2017-02-28", "operation": "GetItem", "key": { "id": { "S": "$ctx.args.id" } } }'),
    ['$ctx.args.id'],
  ],
  [
    'an argument of GraphQL that is written as JSON',
    'template.yaml',
    graphql(
      '{ "version": "2017-02-28", "operation": "GetItem", "key": { "id": $util.dynamodb.toDynamoDBJson($ctx.args.id) } }',
    ),
    [],
  ],
  [
    'an argument of GraphQL in one line',
    'template.yaml',
    graphql('').replace(/\|\s*$/, `'{ "operation": "GetItem", "key": { "id": { "S": "$ctx.args.id" } } }'`),
    [`$ctx.args.id → '{ "operation": "GetItem", "key": { "id": { "S": $util.toJson($ctx.args.id) } } }'`],
  ],
  ['a number of GraphQL', 'template.yaml', graphql('{ "operation": "Scan", "limit": $ctx.args.limit }'), []],
  [
    'an argument of GraphQL in a statement',
    'template.yaml',
    graphql('{ "version": "2018-05-29", "statements": ["select * from t where id = \'$ctx.args.id\'"] }'),
    ['$ctx.args.id'],
  ],
  [
    'an argument of GraphQL for a function',
    'template.yaml',
    graphql('{ "operation": "Invoke", "payload": { "id": "$ctx.args.id" } }'),
    [],
  ],
];

test.each(rows)('%s', async (_, path, text, expected) => {
  const read = await readCode({ [path]: text });
  const found = read.flatMap(({ stack }) =>
    [...policy.check(stack)].map(({ message, fix }) => {
      const [, written = ''] = /writes `([^`]*)`/.exec(message) ?? [];
      return fix === undefined ? written : `${written} → ${fix.edits.map((edit) => edit.text).join()}`;
    }),
  );
  expect(found).toEqual(expected);
});
