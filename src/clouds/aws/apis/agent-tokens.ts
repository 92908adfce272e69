import type { Api } from '../../../model/api.js';
import { valueAt } from '../../../model/value.js';
import { property, quietSetting } from '../mapping.js';
import type { Declared } from '../template.js';
import { audiences } from './authorizers.js';

const filters = ['AllowedAudience', 'AllowedClients', 'AllowedScopes', 'CustomClaims'] as const;

/** Where gateways and runtimes of agents say whose tokens they take. */
export const tokenPath = ['AuthorizerConfiguration', 'CustomJWTAuthorizer'] as const;

/** Tokens of an issuer: whoever they were issued for, unless something of them is asked. */
export function tokenAuthorizers(declared: Declared): Api['authorizers'] {
  const jwt = property(declared, ...tokenPath);
  if (jwt?.kind !== 'map') return [];
  const asked = filters.find((filter) => valueAt(jwt, filter) !== undefined);
  const audience = quietSetting(declared, [...tokenPath, asked ?? 'AllowedAudience'], audiences);
  return [{ name: 'CUSTOM_JWT', kind: 'jwt', at: jwt.at, audience }];
}
