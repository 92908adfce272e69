import { isPublic } from '../../../facts/exposure/routes.js';
import type { Stack } from '../../../facts/stack.js';
import type { Api } from '../../../model/api.js';
import { inBranch, isUnsaid, known, when } from '../../../model/setting.js';
import { definePolicy, proposeFix } from '../../definition.js';

const skeleton = `resource auth 'Microsoft.Web/sites/config@2023-12-01' = {
  parent: <app>
  name: 'authsettingsV2'
  properties: {
    platform: { enabled: true }
    globalValidation: { requireAuthentication: true, unauthenticatedClientAction: 'Return401' }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: { clientId: '<client id>', openIdIssuer: '<issuer>' }
        validation: { allowedAudiences: ['<audience>'] }
      }
    }
  }
}`;

export default definePolicy({
  id: 'azure-app-auth-off',
  several: ['function apps', 'do not require callers to sign in'],
  threat: 'broken-authentication',
  title: 'Function App does not require sign-in',
  severity: 'medium',
  why: 'Without App Service authentication every request reaches the code, which must authenticate callers itself.',
  remedy: 'Require authentication by Microsoft Entra ID or another identity provider, and answer others with 401.',
  acceptable: 'Callers are verified in the code or by a gateway that alone can reach the app.',
  references: {
    owasp: ['OW2'],
    csa: ['SAS-2'],
    cwe: ['CWE-306'],
    peers: ['CKV_AZURE_13', 'CKV_AZURE_16', 'CKV_AZURE_56', 'AZU-0002', 'AZU-0003', 'azure-functionapps-enable-auth'],
    links: {
      azure: [
        'https://learn.microsoft.com/azure/app-service/overview-authentication-authorization',
        'https://learn.microsoft.com/azure/app-service/configure-authentication-provider-aad',
      ],
    },
  },

  // Left out: apps that say nothing of sign-in and have no anonymous route here, those behind keys, and private ones.
  *check(stack) {
    for (const api of stack.apis) {
      if (!isPublic(api)) continue;
      const match = when(api.signIn, (on) => !on, { absent: hasAnonymousRoute(stack, api) });
      if (match === undefined || areAllKeyed(stack, api)) continue;
      const said = isUnsaid(api.signIn)
        ? 'does not require callers to sign in'
        : 'accepts requests from callers who have not signed in';
      yield {
        about: api,
        at: match.at,
        confidence: match.confidence,
        message: `${api.id} ${said}${inBranch(match)}.`,
        fix: isUnsaid(api.signIn) ? undefined : proposeFix('breaking', match.write(true), note),
        ...(isUnsaid(api.signIn) && { advice: skeleton }),
      };
    }
  },
});

const note = 'After this edit callers must present a token of the identity provider that the app names.';

function hasAnonymousRoute({ routes }: Stack, { id }: Api): boolean {
  return routes.some((route) => route.api === id && when(route.auth, ({ kind }) => kind === 'none') !== undefined);
}

/** Each of its routes is known to ask for a key. */
function areAllKeyed({ routes }: Stack, { id }: Api): boolean {
  const own = routes.filter((route) => route.api === id);
  return own.length > 0 && own.every(({ auth }) => known(auth)?.kind === 'function-key');
}
