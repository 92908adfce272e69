import { when } from '../../../model/setting.js';
import { definePolicy, type Problem, proposeFix } from '../../policy.js';
import { anyOrigin, type Door, doorsWithCors } from './doors.js';

export default definePolicy({
  id: 'cors-too-wide',
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

  // Left out: a star without credentials where callers need no identity, as for public data.
  *check(stack) {
    for (const door of doorsWithCors(stack)) {
      const problem = withCredentials(door) ?? withoutCredentials(door);
      if (problem !== undefined) yield problem;
    }
  },
});

function withCredentials({ about, cors }: Door): Problem | undefined {
  const credentials = when(cors.credentials, (allowed) => allowed);
  if (anyOrigin(cors) === undefined || credentials === undefined) return undefined;
  return {
    about,
    at: credentials.at,
    message: `${about.id} allows every web site to send requests with the visitor's credentials.`,
    severity: 'high',
    confidence: credentials.confidence,
    fix: proposeFix('exact', credentials.remove?.() ?? credentials.write(false), 'Browsers refuse the pair anyway.'),
  };
}

function withoutCredentials({ about, cors, asksForIdentity }: Door): Problem | undefined {
  const origin = anyOrigin(cors);
  if (origin === undefined || !asksForIdentity || cors.credentials.kind === 'unknown') return undefined;
  return {
    about,
    at: origin.at,
    message: `${about.id} asks its callers for an identity, yet lets every web site call it.`,
    severity: 'low',
    advice: 'List the sites instead of `*`, for example `https://app.example.com`.',
  };
}
