import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

interface RenderProps extends cdk.StackProps {
  readonly layer: string;
}

export class RenderStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: RenderProps) {
    super(scope, id, props);
    const tools = lambda.LayerVersion.fromLayerVersionArn(
      this,
      'Tools',
      props.layer,
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
