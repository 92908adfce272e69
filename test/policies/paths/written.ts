/** A function with permissions, and what lies around it, as two frameworks write it. */
export interface Written {
  readonly sam: string;
  readonly terraform: string;
}

/** Actions on everything, or on one resource. */
interface Grant {
  readonly actions: string;
  readonly sam?: string;
  readonly terraform?: string;
}

/** `Orders` in SAM and `aws_lambda_function.orders` in Terraform. */
export function functionOf(name: string, grant: Grant, events = ''): Written {
  const lower = name.toLowerCase();
  const resource = { sam: grant.sam ?? "'*'", terraform: grant.terraform ?? '"*"' };
  return {
    sam: `  ${name}:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      Runtime: nodejs24.x
      CodeUri: ${lower}/
      Policies:
        - Statement:
            - Effect: Allow
              Action: [${grant.actions}]
              Resource: ${resource.sam}
${events}`,
    terraform: `resource "aws_lambda_function" "${lower}" {
  function_name = "${lower}"
  s3_bucket     = "releases"
  s3_key        = "${lower}.zip"
  handler       = "index.handler"
  runtime       = "nodejs24.x"
  role          = aws_iam_role.${lower}.arn
}
resource "aws_iam_role" "${lower}" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}
resource "aws_iam_role_policy" "${lower}" {
  role   = aws_iam_role.${lower}.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ${list(grant.actions)}, Resource = ${resource.terraform} }]
  })
}
`,
  };
}

function list(actions: string): string {
  return `[${actions
    .split(', ')
    .map((action) => `"${action.replaceAll("'", '')}"`)
    .join(', ')}]`;
}

/** The stack in both frameworks, by the name of the framework. */
export function stacksOf(parts: readonly Written[]): readonly (readonly [string, ReadonlyMap<string, string>])[] {
  const sam = `Transform: AWS::Serverless-2016-10-31\nResources:\n${parts.map((part) => part.sam).join('')}`;
  const terraform = parts.map((part) => part.terraform).join('');
  return [
    ['SAM', new Map([['template.yaml', sam]])],
    ['Terraform', new Map([['main.tf', terraform]])],
  ];
}

/** A function that something starts: a trigger in both frameworks. */
export function started(name: string, source: 'queue' | 'topic' | 'bucket' | 'table', of: string): Written {
  const [fn, from] = [name.toLowerCase(), of.toLowerCase()];
  const allow = (service: string, arn: string) => `resource "aws_lambda_permission" "${from}_${fn}" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.${fn}.function_name
  principal     = "${service}.amazonaws.com"
  source_arn    = ${arn}
}
`;
  switch (source) {
    case 'queue':
      return {
        sam: mapping(name, `!GetAtt ${of}.Arn`),
        terraform: pulled(fn, from, `aws_sqs_queue.${from}.arn`),
      };
    case 'table':
      return {
        sam: mapping(name, `!GetAtt ${of}.StreamArn`, '      StartingPosition: LATEST\n'),
        terraform: pulled(fn, from, `aws_dynamodb_table.${from}.stream_arn`, '  starting_position = "LATEST"\n'),
      };
    case 'topic':
      return {
        sam: `  ${of}To${name}:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref ${of}
      Protocol: lambda
      Endpoint: !GetAtt ${name}.Arn
`,
        terraform: `resource "aws_sns_topic_subscription" "${from}_${fn}" {
  topic_arn = aws_sns_topic.${from}.arn
  protocol  = "lambda"
  endpoint  = aws_lambda_function.${fn}.arn
}
${allow('sns', `aws_sns_topic.${from}.arn`)}`,
      };
    case 'bucket':
      return {
        sam: '',
        terraform: `resource "aws_s3_bucket_notification" "${from}_${fn}" {
  bucket = aws_s3_bucket.${from}.id
  lambda_function {
    lambda_function_arn = aws_lambda_function.${fn}.arn
    events              = ["s3:ObjectCreated:*"]
    filter_prefix       = "in/"
  }
}
${allow('s3', `aws_s3_bucket.${from}.arn`)}`,
      };
  }
}

function mapping(name: string, arn: string, more = ''): string {
  return `  Start${name}:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: ${arn}
      FunctionName: !Ref ${name}
${more}`;
}

function pulled(fn: string, from: string, arn: string, more = ''): string {
  return `resource "aws_lambda_event_source_mapping" "${from}_${fn}" {
  event_source_arn = ${arn}
  function_name    = aws_lambda_function.${fn}.arn
${more}}
`;
}
