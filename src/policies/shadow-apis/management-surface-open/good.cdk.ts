import * as cdk from 'aws-cdk-lib';
import * as appsync from 'aws-cdk-lib/aws-appsync';
import type { Construct } from 'constructs';

export class ShopStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: cdk.StackProps) {
    super(scope, id, props);
    new appsync.GraphqlApi(this, 'ShopGraph', {
      name: 'shop',
      definition: appsync.Definition.fromFile('schema.graphql'),
      xrayEnabled: true,
      logConfig: { fieldLogLevel: appsync.FieldLogLevel.ERROR },
      introspectionConfig: appsync.IntrospectionConfig.DISABLED,
    });
  }
}
