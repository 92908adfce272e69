import { routeId } from '../../../clouds/aws/apis/route-id.js';
import { plainApi } from '../../../clouds/plain/api.js';
import { plainRoute } from '../../../clouds/plain/route.js';
import { settingOf } from '../../../clouds/values/section.js';
import type { Api, Auth, Route } from '../../../model/api.js';
import { absent, type Setting, unknown } from '../../../model/setting.js';
import { textOf, valueAt } from '../../../model/value.js';
import type { Service } from '../service/service.js';

const rest = 'ApiGatewayRestApi';

/**
 * `mcp.servers` of the fourth version: each is a function behind the service's REST API, open to everyone unless it names an
 * authorizer. Read from serverless/serverless 4.41.0, packages/serverless/lib/plugins/aws/mcp, 2026-11-26.
 */
export function mcpServers(service: Service, made: readonly Api[]): Pick<Made, 'apis' | 'routes'> {
  const servers = valueAt(service.root, 'mcp', 'servers');
  if (servers?.kind !== 'map' || servers.entries.length === 0) return { apis: [], routes: [] };
  const [first] = servers.entries;
  const at = first?.keyAt ?? servers.at;
  const api = plainApi({
    ...{ id: rest, type: 'mcp', at, whole: servers.at, api: 'rest', visibility: absent(at), routesOpen: false },
    firewall: unknown(at, 'not read'),
  });
  const routes = servers.entries.map(({ key, keyAt, value }) => {
    const place = { method: 'ANY', path: `/${key}/mcp` };
    const section = { map: value, at: keyAt, reading: service.reading };
    return plainRoute({
      ...{ id: routeId(rest, place), type: 'mcp', at: keyAt, whole: value.at, api: rest, ...place },
      auth: authOf(settingOf<Auth, Auth>(section, ['authorizer'], authorizers), keyAt),
      function: undefined,
      integration: 'function',
    });
  });
  return { apis: made.some(({ id }) => id === rest) ? [] : [api], routes };
}

interface Made {
  readonly apis: readonly Api[];
  readonly routes: readonly Route[];
}

const authorizers = {
  read: (value: Parameters<typeof textOf>[0]): Auth => ({
    kind: textOf(value)?.toLowerCase() === 'aws_iam' ? 'iam' : 'lambda',
  }),
  write: ({ kind }: Auth) => (kind === 'iam' ? 'aws_iam' : undefined),
};

function authOf(setting: Setting<Auth>, at: Route['at']): Setting<Auth> {
  if (setting.kind !== 'absent') return setting;
  return { kind: 'known', value: { kind: 'none' }, at, confidence: 'high', write: setting.write };
}
