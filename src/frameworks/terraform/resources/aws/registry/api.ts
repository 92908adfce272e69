import type { Declared } from '../../../../../clouds/aws/template.js';
import { type MapValue, textOf, type Value, valueAt } from '../../../../../model/value.js';
import type { Reading } from '../../../../../notation/writer.js';
import type { Call } from '../../../evaluate/scope.js';
import { mapOf, scalar } from '../../../evaluate/values.js';
import { argument, type Fields } from '../../field.js';
import type { Translating } from '../../translation.js';
import {
  argumentOf,
  type Called,
  calledWith,
  isOn,
  made,
  picked,
  referenceTo,
  renamed,
  things,
  withEntries,
} from './parts.js';

const fields: Fields = {
  Name: argument('name'),
  ProtocolType: argument('protocol_type'),
  Target: argument('target'),
  DisableExecuteApiEndpoint: argument('disable_execute_api_endpoint'),
  DefaultRouteSettings: argument('stage_default_route_settings'),
};

const corsNames = {
  allow_origins: 'AllowOrigins',
  allow_methods: 'AllowMethods',
  allow_credentials: 'AllowCredentials',
};

const limitNames = {
  throttling_rate_limit: 'ThrottlingRateLimit',
  throttling_burst_limit: 'ThrottlingBurstLimit',
  logging_level: 'LoggingLevel',
  data_trace_enabled: 'DataTraceEnabled',
};

/** `terraform-aws-modules/apigateway-v2/aws`: an API with its stage, routes and integrations. */
export function apiModule(translating: Translating, call: Call, reading: Reading): readonly Declared[] {
  const called = calledWith(translating, call, fields, reading);
  if (isOn(called, 'create', true) === false) return [];
  const { at } = called;
  const cors = argumentOf(called, 'cors_configuration');
  const protocol = argumentOf(called, 'protocol_type') ?? scalar('HTTP', at);
  const own = withEntries(picked(called, 'Name', 'Target', 'DisableExecuteApiEndpoint'), {
    ProtocolType: protocol,
    CorsConfiguration: cors?.kind === 'map' ? renamed(called, cors, corsNames) : undefined,
    Body: argumentOf(called, 'body'),
  });
  return [
    made(called, '', 'AWS::ApiGatewayV2::Api', own),
    ...stageOf(called),
    ...routesOf(called),
    ...authorizersOf(called),
    ...domainOf(called),
  ];
}

/** Newer versions log by themselves and older ones when told: which one is called is not read, so logs are unknown. */
function stageOf(called: Called): readonly Declared[] {
  const { at, id } = called;
  if (isOn(called, 'create_stage', true) === false) return [];
  const limits = argumentOf(called, 'stage_default_route_settings') ?? argumentOf(called, 'default_route_settings');
  const map = withEntries(mapOf([], at, true), {
    ApiId: referenceTo(id, at),
    StageName: argumentOf(called, 'stage_name') ?? scalar('$default', at),
    DefaultRouteSettings: limits?.kind === 'map' ? renamed(called, limits, limitNames) : (limits ?? mapOf([], at)),
  });
  return [made(called, '/stage', 'AWS::ApiGatewayV2::Stage', map)];
}

/** `routes` of newer versions, `integrations` of older ones. */
function routesOf(called: Called): readonly Declared[] {
  const written = [...things(argumentOf(called, 'routes')), ...things(argumentOf(called, 'integrations'))];
  return written.flatMap(({ key, keyAt, value }) => {
    const route = withEntries(
      renamed(called, value, { authorization_type: 'AuthorizationType', authorization_scopes: 'AuthorizationScopes' }),
      {
        ApiId: referenceTo(called.id, called.at),
        RouteKey: scalar(key, keyAt),
        Target: { kind: 'pattern', parts: ['integrations/', { to: `${called.id}/integration/${key}` }], at: keyAt },
        AuthorizerId: authorizerOf(called, value),
      },
    );
    const place = { at: keyAt, whole: value.at };
    const declared = made(called, `/route/${key}`, 'AWS::ApiGatewayV2::Route', route);
    return [
      { ...declared, ...place, properties: { ...declared.properties, at: keyAt } },
      {
        ...made(called, `/integration/${key}`, 'AWS::ApiGatewayV2::Integration', integrationOf(called, value)),
        ...place,
      },
    ];
  });
}

function authorizerOf(called: Called, route: MapValue): Value | undefined {
  const key = textOf(valueAt(route, 'authorizer_key'));
  return key === undefined ? valueAt(route, 'authorizer_id') : referenceTo(`${called.id}/authorizer/${key}`, route.at);
}

function integrationOf(called: Called, route: MapValue): MapValue {
  const inner = valueAt(route, 'integration');
  const uri = valueAt(inner, 'uri') ?? valueAt(route, 'lambda_arn');
  return withEntries(mapOf([], route.at, route.open), {
    ApiId: referenceTo(called.id, called.at),
    IntegrationType: valueAt(inner, 'type') ?? valueAt(route, 'integration_type') ?? scalar('AWS_PROXY', route.at),
    IntegrationUri: uri,
  });
}

function authorizersOf(called: Called): readonly Declared[] {
  return things(argumentOf(called, 'authorizers')).map(({ key, value }) => {
    const map = withEntries(
      renamed(called, value, { authorizer_type: 'AuthorizerType', authorizer_uri: 'AuthorizerUri' }),
      {
        ApiId: referenceTo(called.id, called.at),
      },
    );
    return made(called, `/authorizer/${key}`, 'AWS::ApiGatewayV2::Authorizer', map);
  });
}

/** A domain that asks for certificates, and leads to the API. */
function domainOf(called: Called): readonly Declared[] {
  const certificates = argumentOf(called, 'mutual_tls_authentication');
  if (certificates?.kind !== 'map' || isOn(called, 'create_domain_name', true) === false) return [];
  const domain = referenceTo(`${called.id}/domain`, called.at);
  const own = withEntries(mapOf([], certificates.at), {
    MutualTlsAuthentication: renamed(called, certificates, { truststore_uri: 'TruststoreUri' }),
  });
  const mapping = withEntries(mapOf([], called.at), { ApiId: referenceTo(called.id, called.at), DomainName: domain });
  return [
    made(called, '/domain', 'AWS::ApiGatewayV2::DomainName', own),
    made(called, '/mapping', 'AWS::ApiGatewayV2::ApiMapping', mapping),
  ];
}
