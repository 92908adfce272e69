import type { Api } from '../../../model/api.js';
import type { Endpoint } from '../../../model/endpoint.js';
import { inBranch, when } from '../../../model/setting.js';
import type { Workflow } from '../../../model/store.js';
import { definePolicy, type Problem, proposeFix } from '../../definition.js';

const accountNote =
  'After this edit the deployment needs a CloudWatch Logs role for API Gateway in the account and region (`AWS::ApiGateway::Account`).';

export default definePolicy({
  id: 'api-logging-off',
  several: ['APIs or workflows', 'write no log'],
  threat: 'insufficient-logging',
  title: 'API or workflow is not logged',
  severity: 'medium',
  why: 'Nothing records who called what and with which result, so abuse goes unnoticed and cannot be investigated.',
  remedy: 'Log every request or execution with its caller and result, without headers and bodies.',
  acceptable: 'A CDN or firewall in front of the API logs the same requests.',
  references: {
    owasp: ['OW10'],
    csa: ['SAS-5'],
    cwe: ['CWE-778'],
    peers: [
      ...['FSBP APIGateway.1', 'FSBP APIGateway.9', 'FSBP StepFunctions.1', 'FSBP AppSync.2', 'FSBP CloudFront.5'],
      ...[
        'CKV_AWS_76',
        'CKV_AWS_95',
        'CKV2_AWS_4',
        'CKV_AWS_193',
        'CKV_AWS_194',
        'CKV_AWS_285',
        'W45',
        'W46',
        'W69',
        'W10',
      ],
      ...[
        'AWS-0001',
        'ES2000',
        'WS2001',
        'AwsSolutions-APIG1',
        'AwsSolutions-APIG6',
        'AwsSolutions-SF1',
        'AwsSolutions-ASC3',
      ],
    ],
    links: {
      aws: [
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html',
        'https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html',
        'https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html',
      ],
      azure: ['https://learn.microsoft.com/azure/api-management/api-management-howto-use-azure-monitor'],
    },
  },

  // Left out: load balancers, function URLs, and the other clouds, which log requests by themselves.
  *check({ apis, workflows, endpoints = [] }) {
    for (const api of apis) {
      yield* accessProblems(api);
      yield* executionProblems(api);
    }
    for (const workflow of workflows) yield* workflowProblems(workflow);
    for (const endpoint of endpoints) yield* endpointProblems(endpoint);
  },
});

function* accessProblems(api: Api): Generator<Problem> {
  const match = when(api.accessLog, () => false, { absent: true });
  if (match === undefined) return;
  const { at, confidence } = match;
  const what = api.api === 'graphql' || api.api === 'apim' ? 'request log' : 'access log';
  const message = `${api.id} has no ${what}${inBranch(match)}.`;
  const fix = proposeFix(
    'exact',
    match.write('new'),
    api.api === 'rest' || api.api === 'websocket' ? accountNote : undefined,
  );
  const isMild = api.api === 'apim' || when(api.visibility, (visibility) => visibility === 'private') !== undefined;
  const severity = isMild ? 'low' : 'medium';
  yield { about: api, at, severity, confidence, discriminator: 'access-log', message, fix };
}

/** GraphQL APIs have one level for all their fields: where it is not said, they keep no log at all, which is told already. */
function* executionProblems(api: Api): Generator<Problem> {
  const isGraph = api.api === 'graphql';
  const match = when(api.executionLog, (level) => level === 'off', { absent: !isGraph });
  if (match === undefined) return;
  const { at, confidence } = match;
  const message = `${api.id} has no ${isGraph ? 'field-level log' : 'execution log'}${inBranch(match)}.`;
  const fix = proposeFix('exact', match.write('error'), isGraph ? undefined : accountNote);
  yield { about: api, at, severity: 'low', strictOnly: true, confidence, discriminator: 'execution-log', message, fix };
}

function* workflowProblems(workflow: Workflow): Generator<Problem> {
  const match = when(workflow.logging, (level) => level === 'off', { absent: true });
  if (match === undefined) return;
  const { at, confidence } = match;
  yield {
    about: workflow,
    at,
    confidence,
    message: `${workflow.id} does not log its executions${inBranch(match)}.`,
    fix: proposeFix('exact', match.write('new')),
  };
}

/** What stands in front of an API that keeps a log of its own logs the same requests again: a matter of order. */
function* endpointProblems(endpoint: Endpoint): Generator<Problem> {
  const match = endpoint.accessLog && when(endpoint.accessLog, (on) => !on, { absent: true });
  if (!match) return;
  const { at, confidence } = match;
  const message = `${endpoint.id} does not log requests${inBranch(match)}.`;
  yield { about: endpoint, at, severity: 'low', strictOnly: true, confidence, discriminator: 'distribution', message };
}
