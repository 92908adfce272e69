import type { Term } from '../../../model/resource.js';
import { inBranch, when } from '../../../model/setting.js';
import { definePolicy, type Problem, proposeFix } from '../../policy.js';
import { anyOrigin, type EntryPoint, entryPointsWithCors } from './open-origins.js';

export default definePolicy({
  id: 'cors-too-wide',
  several: ['APIs', 'accept requests from every website'],
  threat: 'broken-authentication',
  title: 'Any web site may call the API',
  severity: 'medium',
  why: "A hostile page can call the API from the visitor's browser, with the visitor's credentials where they are allowed.",
  remedy: 'List the origins that need the API, and do not allow credentials for all of them.',
  acceptable:
    'The API serves public data to every site and its callers prove who they are with a token, never a cookie.',
  references: {
    cwe: ['CWE-942'],
    peers: ['CKV_AZURE_57', 'azure-functionapp-disallow-cors'],
    links: [
      'https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html',
    ],
  },

  // Left out: a star without credentials where callers need no token, as for public data, or may only read.
  *check(stack) {
    for (const entryPoint of entryPointsWithCors(stack)) {
      const origin = anyOrigin(entryPoint.cors);
      if (origin === undefined) continue;
      yield* withCredentials(entryPoint);
      yield* withoutCredentials(entryPoint, origin);
    }
  },
});

function* withCredentials({ about, cors }: EntryPoint): Generator<Problem> {
  const credentials = when(cors.credentials, (allowed) => allowed);
  if (credentials === undefined) return;
  yield {
    about,
    at: credentials.at,
    discriminator: 'credentials',
    message: `${about.id} lets every web site send requests with the visitor's credentials${inBranch(credentials)}.`,
    severity: 'high',
    confidence: credentials.confidence,
    fix: proposeFix(
      'exact',
      credentials.remove?.() ?? credentials.write(false),
      'Browsers refuse credentials from everywhere anyway: nothing that works today stops.',
    ),
    absorbs: [{ policy: 'cors-too-wide', about: about.id, discriminator: 'origin' }],
  };
}

function* withoutCredentials({ about, cors, isWorthIt }: EntryPoint, origin: Term): Generator<Problem> {
  if (!isWorthIt || cors.credentials.kind === 'unknown') return;
  yield {
    about,
    at: origin.at,
    discriminator: 'origin',
    message: `${about.id} lets every web site call it.`,
    severity: 'low',
    advice: 'List the sites instead of `*`, for example `https://app.example.com`.',
  };
}
