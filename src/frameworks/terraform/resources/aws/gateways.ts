import { argument, block, blocks, companion, companions, document, type ResourceTable } from '../field.js';

const settings = (name: string) => argument(name, { within: 'settings' });

/** API Gateway, REST and HTTP. */
export const gatewayTables: Readonly<Record<string, ResourceTable>> = {
  aws_api_gateway_rest_api: {
    type: 'AWS::ApiGateway::RestApi',
    fields: {
      Name: argument('name'),
      Body: document('body'),
      Policy: document('policy'),
      PolicyApart: companion('aws_api_gateway_rest_api_policy', 'rest_api_id', { value: document('policy') }),
      DisableExecuteApiEndpoint: argument('disable_execute_api_endpoint'),
      EndpointConfiguration: block('endpoint_configuration', { Types: argument('types') }),
    },
  },
  aws_api_gateway_resource: {
    type: 'AWS::ApiGateway::Resource',
    fields: {
      RestApiId: argument('rest_api_id'),
      ParentId: argument('parent_id'),
      PathPart: argument('path_part'),
    },
  },
  aws_api_gateway_method: {
    type: 'AWS::ApiGateway::Method',
    fields: {
      RestApiId: argument('rest_api_id'),
      ResourceId: argument('resource_id'),
      HttpMethod: argument('http_method'),
      AuthorizationType: argument('authorization'),
      AuthorizerId: argument('authorizer_id'),
      AuthorizationScopes: argument('authorization_scopes'),
      ApiKeyRequired: argument('api_key_required'),
      RequestValidatorId: argument('request_validator_id'),
      RequestModels: argument('request_models'),
    },
  },
  aws_api_gateway_authorizer: {
    type: 'AWS::ApiGateway::Authorizer',
    fields: {
      RestApiId: argument('rest_api_id'),
      Type: argument('type'),
      AuthorizerUri: argument('authorizer_uri'),
      ProviderARNs: argument('provider_arns'),
    },
  },
  aws_api_gateway_request_validator: {
    type: 'AWS::ApiGateway::RequestValidator',
    fields: {
      RestApiId: argument('rest_api_id'),
      ValidateRequestBody: argument('validate_request_body'),
      ValidateRequestParameters: argument('validate_request_parameters'),
    },
  },
  aws_api_gateway_stage: {
    type: 'AWS::ApiGateway::Stage',
    fields: {
      RestApiId: argument('rest_api_id'),
      StageName: argument('stage_name'),
      TracingEnabled: argument('xray_tracing_enabled'),
      CacheClusterEnabled: argument('cache_cluster_enabled'),
      AccessLogSetting: block('access_log_settings', {
        DestinationArn: argument('destination_arn'),
        Format: argument('format'),
      }),
      MethodSettings: companions('aws_api_gateway_method_settings', 'stage_name', {
        fields: {
          MethodPath: argument('method_path'),
          ThrottlingRateLimit: settings('throttling_rate_limit'),
          ThrottlingBurstLimit: settings('throttling_burst_limit'),
          LoggingLevel: settings('logging_level'),
          DataTraceEnabled: settings('data_trace_enabled'),
          CachingEnabled: settings('caching_enabled'),
          CacheDataEncrypted: settings('cache_data_encrypted'),
        },
      }),
    },
  },
  aws_api_gateway_deployment: {
    type: 'AWS::ApiGateway::Deployment',
    fields: { RestApiId: argument('rest_api_id'), StageName: argument('stage_name') },
  },
  aws_api_gateway_usage_plan: {
    type: 'AWS::ApiGateway::UsagePlan',
    fields: {
      ApiStages: blocks('api_stages', { ApiId: argument('api_id'), Stage: argument('stage') }),
      Throttle: block('throttle_settings', {
        RateLimit: argument('rate_limit'),
        BurstLimit: argument('burst_limit'),
      }),
    },
  },
  aws_api_gateway_base_path_mapping: {
    type: 'AWS::ApiGateway::BasePathMapping',
    fields: { RestApiId: argument('api_id'), DomainName: argument('domain_name') },
  },
  aws_api_gateway_domain_name: domain('AWS::ApiGateway::DomainName'),
  aws_apigatewayv2_domain_name: domain('AWS::ApiGatewayV2::DomainName'),
  aws_apigatewayv2_api: {
    type: 'AWS::ApiGatewayV2::Api',
    fields: {
      Name: argument('name'),
      ProtocolType: argument('protocol_type'),
      Target: argument('target'),
      RouteKey: argument('route_key'),
      Body: document('body'),
      DisableExecuteApiEndpoint: argument('disable_execute_api_endpoint'),
      CorsConfiguration: block('cors_configuration', {
        AllowOrigins: argument('allow_origins'),
        AllowMethods: argument('allow_methods'),
        AllowCredentials: argument('allow_credentials'),
      }),
    },
  },
  aws_apigatewayv2_api_mapping: {
    type: 'AWS::ApiGatewayV2::ApiMapping',
    fields: { ApiId: argument('api_id'), DomainName: argument('domain_name') },
  },
  aws_apigatewayv2_authorizer: {
    type: 'AWS::ApiGatewayV2::Authorizer',
    fields: {
      ApiId: argument('api_id'),
      AuthorizerType: argument('authorizer_type'),
      AuthorizerUri: argument('authorizer_uri'),
    },
  },
  aws_apigatewayv2_integration: {
    type: 'AWS::ApiGatewayV2::Integration',
    fields: {
      ApiId: argument('api_id'),
      IntegrationType: argument('integration_type'),
      IntegrationSubtype: argument('integration_subtype'),
      IntegrationUri: argument('integration_uri'),
      RequestParameters: argument('request_parameters'),
    },
  },
  aws_apigatewayv2_route: {
    type: 'AWS::ApiGatewayV2::Route',
    fields: {
      ApiId: argument('api_id'),
      RouteKey: argument('route_key'),
      Target: argument('target'),
      AuthorizationType: argument('authorization_type'),
      AuthorizerId: argument('authorizer_id'),
      AuthorizationScopes: argument('authorization_scopes'),
      ApiKeyRequired: argument('api_key_required'),
    },
  },
  aws_apigatewayv2_stage: {
    type: 'AWS::ApiGatewayV2::Stage',
    fields: {
      ApiId: argument('api_id'),
      StageName: argument('name'),
      AccessLogSettings: block('access_log_settings', {
        DestinationArn: argument('destination_arn'),
        Format: argument('format'),
      }),
      DefaultRouteSettings: block('default_route_settings', {
        ThrottlingRateLimit: argument('throttling_rate_limit'),
        ThrottlingBurstLimit: argument('throttling_burst_limit'),
        LoggingLevel: argument('logging_level'),
        DataTraceEnabled: argument('data_trace_enabled'),
      }),
    },
  },
};

function domain(type: string): ResourceTable {
  return {
    type,
    fields: {
      MutualTlsAuthentication: block('mutual_tls_authentication', { TruststoreUri: argument('truststore_uri') }),
    },
  };
}
