import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

export class RenderStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    const tools = lambda.LayerVersion.fromLayerVersionArn(
      this,
      'Tools',
      'arn:aws:lambda:eu-west-1:017000801446:layer:AWSLambdaPowertoolsPythonV3-python313-x86_64:18',
    );
    new lambda.Function(this, 'Render', {
      runtime: lambda.Runtime.PYTHON_3_13,
      handler: 'render.handler',
      code: lambda.Code.fromAsset('render'),
      tracing: lambda.Tracing.ACTIVE,
      layers: [tools],
    });
  }
}
