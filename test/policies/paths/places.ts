import type { Written } from './written.js';

/** Who may reach a place: anyone, or callers of one account. */
export type Reach = 'anyone' | 'an account';

const statement = (action: string, resource: string, reach: Reach, key: string) => ({
  sam: `          - Effect: Allow
            Principal: '*'
            Action: ${action}
            Resource: ${resource}
${reach === 'anyone' ? '' : `            Condition: { StringEquals: { ${key}: '111122223333' } }\n`}`,
  terraform: (resourceOf: string) =>
    `{ Effect = "Allow", Principal = "*", Action = "${action}", Resource = ${resourceOf}${reach === 'anyone' ? '' : `, Condition = { StringEquals = { "${key}" = "111122223333" } }`} }`,
});

/** A queue, a topic or a bucket that its policy opens. */
export function placeOf(kind: 'queue' | 'topic' | 'bucket', name: string, reach: Reach | undefined): Written {
  const lower = name.toLowerCase();
  const forms = {
    queue: ['AWS::SQS::Queue', 'AWS::SQS::QueuePolicy', 'Queues', `[!Ref ${name}]`, 'sqs:SendMessage', 'aws_sqs_queue'],
    topic: ['AWS::SNS::Topic', 'AWS::SNS::TopicPolicy', 'Topics', `[!Ref ${name}]`, 'sns:Publish', 'aws_sns_topic'],
    bucket: ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy', 'Bucket', `!Ref ${name}`, 's3:PutObject', 'aws_s3_bucket'],
  } as const;
  const [type, policy, target, ref, action, resource] = forms[kind];
  const arn =
    kind === 'topic' ? `!Ref ${name}` : kind === 'bucket' ? `!Sub '\${${name}.Arn}/*'` : `!GetAtt ${name}.Arn`;
  const inside = kind === 'bucket' ? `"\${aws_s3_bucket.${lower}.arn}/*"` : `${resource}.${lower}.arn`;
  const links = { queue: ['queue_url', 'id'], topic: ['arn', 'arn'], bucket: ['bucket', 'id'] } as const;
  const [argument, attribute] = links[kind];
  const said = statement(action, arn, reach ?? 'anyone', 'aws:SourceAccount');
  const sam = `  ${name}:\n    Type: ${type}\n`;
  const terraform = `resource "${resource}" "${lower}" {\n}\n`;
  if (reach === undefined) return { sam, terraform };
  return {
    sam: `${sam}  ${name}Policy:
    Type: ${policy}
    Properties:
      ${target}: ${ref}
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
${said.sam}`,
    terraform: `${terraform}resource "${resource}_policy" "${lower}" {
  ${argument} = ${resource}.${lower}.${attribute}
  policy = jsonencode({ Version = "2012-10-17", Statement = [${said.terraform(inside)}] })
}
`,
  };
}

/** A table whose changes are a stream. */
export function tableOf(name: string): Written {
  return {
    sam: `  ${name}:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      StreamSpecification: { StreamViewType: NEW_IMAGE }
`,
    terraform: `resource "aws_dynamodb_table" "${name.toLowerCase()}" {
  name             = "${name.toLowerCase()}"
  stream_enabled   = true
  stream_view_type = "NEW_IMAGE"
}
`,
  };
}

/** A function URL, or a route of an HTTP or a REST API. */
export function doorOf(kind: 'url' | 'http' | 'rest', name: string, isOpen: boolean): Written {
  const lower = name.toLowerCase();
  const auth = isOpen ? 'NONE' : 'AWS_IAM';
  if (kind === 'url')
    return {
      sam: `  ${name}Url:
    Type: AWS::Lambda::Url
    Properties:
      TargetFunctionArn: !Ref ${name}
      AuthType: ${auth}
`,
      terraform: `resource "aws_lambda_function_url" "${lower}" {
  function_name      = aws_lambda_function.${lower}.function_name
  authorization_type = "${auth}"
}
`,
    };
  return kind === 'http' ? httpRoute(name, auth) : restRoute(name, auth);
}

function httpRoute(name: string, auth: string): Written {
  const lower = name.toLowerCase();
  return {
    sam: `  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties: { Name: shop, ProtocolType: HTTP }
  Behind:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Api
      IntegrationType: AWS_PROXY
      IntegrationUri: !GetAtt ${name}.Arn
      PayloadFormatVersion: '2.0'
  Route:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Api
      RouteKey: POST /orders
      AuthorizationType: ${auth}
      Target: !Sub integrations/\${Behind}
`,
    terraform: `resource "aws_apigatewayv2_api" "api" {
  name          = "shop"
  protocol_type = "HTTP"
}
resource "aws_apigatewayv2_integration" "behind" {
  api_id                 = aws_apigatewayv2_api.api.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.${lower}.invoke_arn
  payload_format_version = "2.0"
}
resource "aws_apigatewayv2_route" "route" {
  api_id             = aws_apigatewayv2_api.api.id
  route_key          = "POST /orders"
  authorization_type = "${auth}"
  target             = "integrations/\${aws_apigatewayv2_integration.behind.id}"
}
`,
  };
}

function restRoute(name: string, auth: string): Written {
  const lower = name.toLowerCase();
  return {
    sam: `  Api:
    Type: AWS::ApiGateway::RestApi
    Properties: { Name: shop }
  Method:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: POST
      AuthorizationType: ${auth}
      Integration:
        Type: AWS_PROXY
        IntegrationHttpMethod: POST
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${${name}.Arn}/invocations
`,
    terraform: `resource "aws_api_gateway_rest_api" "api" {
  name = "shop"
}
resource "aws_api_gateway_method" "method" {
  rest_api_id   = aws_api_gateway_rest_api.api.id
  resource_id   = aws_api_gateway_rest_api.api.root_resource_id
  http_method   = "POST"
  authorization = "${auth}"
}
resource "aws_api_gateway_integration" "behind" {
  rest_api_id             = aws_api_gateway_rest_api.api.id
  resource_id             = aws_api_gateway_rest_api.api.root_resource_id
  http_method             = aws_api_gateway_method.method.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.${lower}.invoke_arn
}
`,
  };
}
