import { monitorOf, monitorOfStack } from '../../../facts/logging/monitoring.js';
import type { Stack } from '../../../facts/stack.js';
import type { Api } from '../../../model/api.js';
import type { ServerlessFunction } from '../../../model/function.js';
import type { Platform } from '../../../model/platform.js';
import { inBranch, known, type Match, when } from '../../../model/setting.js';
import type { Workflow } from '../../../model/store.js';
import { definePolicy, type Problem, proposeFix } from '../../definition.js';

/** What turns tracing on, on platforms that trace functions only when they are told to. */
const advice: ReadonlyMap<Platform['tracing'], string> = new Map([
  [
    'setting',
    'Turn on active tracing, and allow the role of the function to send traces (managed policy AWSXRayDaemonWriteAccess).',
  ],
  [
    'connection-string',
    'Set the app setting `APPLICATIONINSIGHTS_CONNECTION_STRING` to the connection string of an Application Insights resource.',
  ],
]);

export default definePolicy({
  id: 'tracing-off',
  several: ['functions, APIs or workflows', 'run without tracing'],
  threat: 'insufficient-logging',
  title: 'Tracing is turned off',
  severity: 'low',
  why: 'Without traces nobody can follow a request, or an intrusion, from one service to the next.',
  remedy: 'Turn on tracing.',
  acceptable: 'Requests are traced by a tool that is not configured here.',
  references: {
    owasp: ['OW10'],
    csa: ['SAS-5'],
    cwe: ['CWE-778'],
    peers: [
      'FSBP APIGateway.3',
      'Lambda.7',
      ...['CKV_AWS_50', 'CKV_AWS_73', 'CKV_AWS_284', 'AWS-0066', 'AWS-0003'],
      ...['WS1000', 'WS2002', 'WS3000', 'WS5000', 'aws-lambda-x-ray-tracing-not-active', 'AwsSolutions-SF2'],
    ],
    links: {
      aws: [
        'https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html',
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html',
        'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html',
      ],
      azure: ['https://learn.microsoft.com/azure/azure-functions/functions-monitoring'],
    },
  },

  // Left out: HTTP and WebSocket APIs (they cannot be traced), APIs in front of traced functions only, edge functions,
  // functions that only deployments run, platforms that decide on tracing for all functions.
  *check(stack, { externalMonitor }) {
    for (const fn of stack.functions) {
      const instead = isJudged(fn) ? advice.get(fn.platform.tracing) : undefined;
      const match = when(fn.tracing, (mode) => mode !== 'active', { absent: true });
      if (instead === undefined || match === undefined || monitorOf(fn, stack, externalMonitor)) continue;
      const fix = proposeFix('exact', match.write('active'));
      yield {
        ...problemOf(fn, match),
        ...(fix ? { fix } : { advice: instead }),
      };
    }
    if (monitorOfStack(stack, externalMonitor)) return;
    for (const part of [...stack.apis, ...stack.workflows]) {
      const match = when(part.tracing, (on) => !on, { absent: !beginsLater(part, stack) });
      if (match) yield { ...problemOf(part, match), fix: proposeFix('exact', match.write(true)) };
    }
  },
});

function isJudged({ purpose }: ServerlessFunction): boolean {
  return purpose === 'handler' || purpose === 'authorizer';
}

/** An API that says nothing is traced from its functions on, if every one that it may call is. */
function beginsLater(traced: Api | Workflow, { routes, functions }: Stack): boolean {
  const isUnread = traced.kind === 'api' && traced.api === 'rest' && traced.routesOpen;
  const called = isUnread
    ? functions.map(({ id }) => id)
    : routes.filter(({ api }) => api === traced.id).map((route) => route.function);
  const isTraced = (id: string | undefined) => functions.some((fn) => fn.id === id && known(fn.tracing) === 'active');
  return called.length > 0 && called.every(isTraced);
}

function problemOf(about: { readonly id: string }, match: Match<never>): Problem {
  const { at, confidence } = match;
  return { about, at, confidence, message: `${about.id} is not traced${inBranch(match)}.` };
}
