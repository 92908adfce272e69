import { argument, block, type ResourceTable } from '../field.js';

/** AppSync: its APIs, and what stands behind their fields. */
export const graphqlTables: Readonly<Record<string, ResourceTable>> = {
  aws_appsync_graphql_api: {
    type: 'AWS::AppSync::GraphQLApi',
    fields: {
      Visibility: argument('visibility'),
      IntrospectionConfig: argument('introspection_config'),
      AuthenticationType: argument('authentication_type'),
      XrayEnabled: argument('xray_enabled'),
      LogConfig: block('log_config', {
        CloudWatchLogsRoleArn: argument('cloudwatch_logs_role_arn'),
        FieldLogLevel: argument('field_log_level'),
        ExcludeVerboseContent: argument('exclude_verbose_content'),
      }),
    },
  },
  aws_appsync_datasource: {
    type: 'AWS::AppSync::DataSource',
    fields: {
      ApiId: argument('api_id'),
      LambdaConfig: block('lambda_config', { LambdaFunctionArn: argument('function_arn') }),
    },
  },
  aws_appsync_resolver: {
    type: 'AWS::AppSync::Resolver',
    fields: {
      ApiId: argument('api_id'),
      TypeName: argument('type'),
      FieldName: argument('field'),
      RequestMappingTemplate: argument('request_template'),
    },
  },
  aws_appsync_function: {
    type: 'AWS::AppSync::FunctionConfiguration',
    fields: {
      ApiId: argument('api_id'),
      Name: argument('name'),
      RequestMappingTemplate: argument('request_mapping_template'),
    },
  },
};
