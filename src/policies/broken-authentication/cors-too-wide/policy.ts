import type { Term } from '../../../model/resource.js';
import { when } from '../../../model/setting.js';
import { definePolicy, type Problem } from '../../definition.js';
import { credentialsProblem } from './credentials.js';
import { anyOrigin, type EntryPoint, entryPointsWithCors } from './open-origins.js';
import { reflectedOrigins } from './reflected.js';

export default definePolicy({
  id: 'cors-too-wide',
  several: ['APIs', 'accept requests from every website'],
  threat: 'broken-authentication',
  title: 'CORS allows every origin',
  severity: 'medium',
  why: "JavaScript on any website can call the API from a visitor's browser and read the answers.",
  remedy: 'List the origins that need the API, and allow credentials only for listed origins.',
  acceptable: 'The API serves public data to every site, and callers authenticate with a token, never with a cookie.',
  references: {
    cwe: ['CWE-942'],
    peers: ['CKV_AZURE_57', 'azure-functionapp-disallow-cors'],
    links: {
      any: ['https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS'],
      aws: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html'],
      azure: ['https://learn.microsoft.com/azure/app-service/app-service-web-tutorial-rest-api'],
    },
  },

  // Left out: CORS of stores, whose requests are signed and carry no cookies; a star
  // without credentials where callers need no token, as for public data, or may only read.
  *check(stack) {
    for (const entryPoint of entryPointsWithCors(stack)) {
      const origin = anyOrigin(entryPoint.cors);
      if (origin === undefined) continue;
      const credentials = when(entryPoint.cors.credentials, (allowed) => allowed);
      if (credentials !== undefined) yield credentialsProblem(entryPoint, credentials);
      yield* withoutCredentials(entryPoint, origin);
    }
  },

  // Left out: a star, which browsers refuse with credentials, and origins that are answered without them, which is no more than a
  // star; origins that something in the code tests; what the platform in front overrides.
  inspect: reflectedOrigins,
});

function* withoutCredentials({ about, cors, isWorthIt }: EntryPoint, origin: Term): Generator<Problem> {
  if (!isWorthIt || cors.credentials.kind === 'unknown') return;
  yield {
    about,
    at: origin.at,
    discriminator: 'origin',
    message: `${about.id} allows requests from every origin.`,
    severity: 'low',
    advice: 'List the origins that need it instead of `*`, for example `https://app.example.com`.',
  };
}
