import type { Api, Auth, AuthKind, Route } from '../../../model/api.js';
import type { MaintenanceAccess } from '../../../model/maintenance.js';
import { none } from '../../../model/setting.js';
import { valueAt } from '../../../model/value.js';
import { plainApi } from '../../plain/api.js';
import { flag, text, words } from '../../values/codec.js';
import { functionNamed } from '../functions/reference.js';
import { declarationOf, type Mapping, property, setting } from '../mapping.js';
import type { Declared } from '../template.js';
import { firewallOf, type Guards } from './firewall.js';
import { logOf } from './graphql-log.js';
import { graphqlTemplates } from './request-templates.js';
import { routeId } from './route-id.js';

const types = ['AWS::AppSync::GraphQLApi', 'AWS::Serverless::GraphQLApi'] as const;
const visibility = words({ GLOBAL: 'public', PRIVATE: 'private' } as const);

/** AppSync APIs. They have no access log but a field log, and no throttle of their own. */
export function graphqlApis(mapping: Mapping, guards: Guards): readonly Api[] {
  return mapping.ofType(...types).map((declared) =>
    plainApi({
      ...declarationOf(declared),
      api: 'graphql',
      visibility: setting(declared, ['Visibility'], visibility),
      firewall: firewallOf(mapping, { resource: declarationOf(declared) }, guards),
      ...logOf(declared),
      tracing: setting(declared, ['XrayEnabled'], flag),
      templates: graphqlTemplates(mapping, declared.id),
      routesOpen: true,
    }),
  );
}

const introspection = words({ ENABLED: true, DISABLED: false } as const);

/** Whoever may query a GraphQL API may also ask it for its whole schema, unless that is switched off. */
export function graphqlIntrospection(mapping: Mapping): readonly MaintenanceAccess[] {
  return mapping.ofType(...types).map((declared) => ({
    owner: declarationOf(declared),
    access: 'introspection',
    name: 'introspection',
    open: setting(declared, ['IntrospectionConfig'], introspection),
  }));
}

const kinds = new Map<string, AuthKind>([
  ['API_KEY', 'api-key'],
  ['AWS_IAM', 'iam'],
  ['AMAZON_COGNITO_USER_POOLS', 'cognito'],
  ['OPENID_CONNECT', 'jwt'],
  ['AWS_LAMBDA', 'lambda'],
]);

/** One route for each function behind the API, or a single one. */
export function graphqlRoutes(mapping: Mapping): readonly Route[] {
  return mapping.ofType(...types).flatMap((declared) => {
    const behind = functionsBehind(mapping, declared);
    return behind.length === 0 ? [routeOf(declared, undefined)] : behind.map((fn) => routeOf(declared, fn));
  });
}

function routeOf(declared: Declared, behind: string | undefined): Route {
  const place = { method: 'POST', path: '/graphql' };
  const id = routeId(declared.id, place);
  const isSam = declared.type === 'AWS::Serverless::GraphQLApi';
  const path = isSam ? ['Auth', 'Type'] : ['AuthenticationType'];
  return {
    ...declarationOf(declared),
    id: behind === undefined ? id : `${id} ${behind}`,
    kind: 'route',
    api: declared.id,
    ...place,
    auth: setting<Auth, Auth>(declared, path, {
      read: (value) => {
        const kind = kinds.get(text.read(value) ?? '');
        return kind === undefined ? undefined : { kind };
      },
      write: () => undefined,
    }),
    validation: none(declared.at),
    hasModel: true,
    throttle: none(declared.at),
    function: behind,
    integration: behind === undefined ? 'unknown' : 'function',
  };
}

function functionsBehind(mapping: Mapping, api: Declared): readonly string[] {
  const sources = mapping
    .pointing('AWS::AppSync::DataSource', ['ApiId'], api.id)
    .map((source) => property(source, 'LambdaConfig', 'LambdaFunctionArn'));
  const lambda = valueAt(api.properties.map, 'DataSources', 'Lambda');
  const inline = lambda?.kind === 'map' ? lambda.entries.map(({ value }) => valueAt(value, 'FunctionArn')) : [];
  return [...new Set([...sources, ...inline].flatMap((value) => functionNamed(mapping, value) ?? []))];
}
