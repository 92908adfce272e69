import { argument, block, blocks, document, type ResourceTable } from '../field.js';
import { keyedBy } from './api-forms.js';

/** An empty level is none. */
export const noLevel = { '': 'OFF' };

/** API Gateway, HTTP and WebSocket. */
export const httpGatewayTables: Readonly<Record<string, ResourceTable>> = {
  aws_apigatewayv2_routing_rule: {
    type: 'AWS::ApiGatewayV2::RoutingRule',
    fields: {
      DomainNameArn: argument('domain_name'),
      Actions: blocks('action', { InvokeApi: block('invoke_api', { ApiId: argument('api_id') }) }),
    },
  },
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
      AuthorizerResultTtlInSeconds: argument('authorizer_result_ttl_in_seconds'),
      IdentitySource: argument('identity_sources'),
      JwtConfiguration: block('jwt_configuration', { Audience: argument('audience') }),
    },
  },
  aws_apigatewayv2_integration: {
    type: 'AWS::ApiGatewayV2::Integration',
    fields: {
      ApiId: argument('api_id'),
      IntegrationType: argument('integration_type'),
      IntegrationSubtype: argument('integration_subtype'),
      IntegrationUri: argument('integration_uri'),
      ConnectionType: argument('connection_type'),
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
        Format: argument('format', { encoded: true }),
      }),
      DefaultRouteSettings: block('default_route_settings', {
        ThrottlingRateLimit: argument('throttling_rate_limit'),
        ThrottlingBurstLimit: argument('throttling_burst_limit'),
        LoggingLevel: argument('logging_level', { words: noLevel }),
        DataTraceEnabled: argument('data_trace_enabled'),
      }),
      RouteSettings: blocks(
        'route_settings',
        {
          RouteKey: argument('route_key'),
          ThrottlingRateLimit: argument('throttling_rate_limit'),
          ThrottlingBurstLimit: argument('throttling_burst_limit'),
        },
        { as: keyedBy('RouteKey') },
      ),
    },
  },
};

/** A custom domain of either kind of API. */
export function domain(type: string): ResourceTable {
  return {
    type,
    fields: {
      SecurityPolicy: argument('security_policy'),
      RoutingMode: argument('routing_mode'),
      MutualTlsAuthentication: block('mutual_tls_authentication', { TruststoreUri: argument('truststore_uri') }),
    },
  };
}
