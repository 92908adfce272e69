import { argument, block, blocks, companion, companions, document, type ResourceTable } from '../field.js';
import { eachOf } from './api-forms.js';
import { domain, noLevel } from './http-gateways.js';
import { methodPathFields, withMethodPath } from './method-path.js';

const settings = (name: string) => argument(name, { within: 'settings' });

/** API Gateway, REST and HTTP. */
export const gatewayTables: Readonly<Record<string, ResourceTable>> = {
  aws_api_gateway_rest_api: {
    type: 'AWS::ApiGateway::RestApi',
    fields: {
      Name: argument('name'),
      Body: document('body'),
      Policy: document('policy', {
        orElse: companion('aws_api_gateway_rest_api_policy', 'rest_api_id', { value: document('policy') }),
      }),
      DisableExecuteApiEndpoint: argument('disable_execute_api_endpoint'),
      SecurityPolicy: argument('security_policy'),
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
      RequestParameters: argument('request_parameters'),
    },
  },
  aws_api_gateway_authorizer: {
    type: 'AWS::ApiGateway::Authorizer',
    fields: {
      RestApiId: argument('rest_api_id'),
      Type: argument('type'),
      AuthorizerUri: argument('authorizer_uri'),
      ProviderARNs: argument('provider_arns'),
      AuthorizerResultTtlInSeconds: argument('authorizer_result_ttl_in_seconds'),
      IdentitySource: argument('identity_source'),
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
        Format: argument('format', { encoded: true }),
      }),
      MethodSettings: companions('aws_api_gateway_method_settings', 'stage_name', {
        fields: {
          ...methodPathFields,
          ThrottlingRateLimit: settings('throttling_rate_limit'),
          ThrottlingBurstLimit: settings('throttling_burst_limit'),
          LoggingLevel: argument('logging_level', { within: 'settings', words: noLevel }),
          DataTraceEnabled: settings('data_trace_enabled'),
          CachingEnabled: settings('caching_enabled'),
          CacheDataEncrypted: settings('cache_data_encrypted'),
        },
        as: eachOf(withMethodPath),
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
      Quota: block('quota_settings', { Limit: argument('limit'), Period: argument('period') }),
    },
  },
  aws_api_gateway_base_path_mapping: {
    type: 'AWS::ApiGateway::BasePathMapping',
    fields: { RestApiId: argument('api_id'), DomainName: argument('domain_name') },
  },
  aws_api_gateway_domain_name: domain('AWS::ApiGateway::DomainName'),
};
