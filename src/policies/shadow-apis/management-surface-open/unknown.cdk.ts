import * as cdk from 'aws-cdk-lib';
import * as appsync from 'aws-cdk-lib/aws-appsync';
import type { Construct } from 'constructs';

interface ShopProps extends cdk.StackProps {
  readonly introspection: appsync.IntrospectionConfig;
}

export class ShopStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: ShopProps) {
    super(scope, id, props);
    new appsync.GraphqlApi(this, 'ShopGraph', {
      name: 'shop',
      definition: appsync.Definition.fromFile('schema.graphql'),
      xrayEnabled: true,
      logConfig: { fieldLogLevel: appsync.FieldLogLevel.ERROR },
      introspectionConfig: props.introspection,
    });
  }
}
