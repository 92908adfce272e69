import type { Stack } from '../../../facts/stack.js';
import type { Api } from '../../../model/api.js';
import type { ServerlessFunction } from '../../../model/function.js';
import { inBranch, when } from '../../../model/setting.js';
import type { Workflow } from '../../../model/store.js';
import { definePolicy, type Problem, proposeFix } from '../../definition.js';
import { logsSecret } from './log-format.js';
import { loggedInCode } from './logged-in-code.js';

export default definePolicy({
  id: 'request-data-logged',
  several: ['functions or APIs', 'log whole requests or events'],
  threat: 'data-exposure',
  title: 'Full requests or events are logged',
  severity: 'high',
  why: 'Tokens and personal data end up in logs, which are kept for a long time and can be read by more people than the database.',
  remedy: 'Log identifiers and outcomes instead of full requests, events or credentials.',
  acceptable: 'The environment never receives real requests.',
  references: {
    owasp: ['OW3', 'OW10'],
    cwe: ['CWE-532'],
    peers: ['CKV_AWS_276', 'ApiGatewayStageDataTraceEnabled'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
        'https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html',
        'https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html',
      ],
      azure: ['https://learn.microsoft.com/azure/api-management/api-management-howto-app-insights'],
    },
  },

  // Left out: execution data of workflows that log nothing.
  *check(stack) {
    for (const api of stack.apis) yield* apiProblems(api);
    for (const workflow of stack.workflows) yield* workflowProblems(workflow);
    for (const fn of stack.functions) yield* loggerProblems(fn, stack);
  },

  inspect: loggedInCode,
});

function* apiProblems(api: Api): Generator<Problem> {
  const traced = when(api.dataTrace, (on) => on);
  if (traced) {
    const { at, confidence } = traced;
    const isGraph = api.api === 'graphql';
    const message = `${api.id} logs full requests and responses${inBranch(traced)}.`;
    const fix = proposeFix('exact', traced.write(false));
    yield { about: api, at, severity: isGraph ? 'low' : 'high', confidence, discriminator: 'trace', message, fix };
  }
  const format = api.accessLogFormat && when(api.accessLogFormat, logsSecret);
  if (!format) return;
  const message = `The access log of ${api.id} records credentials of callers${inBranch(format)}.`;
  yield { about: api, at: format.at, confidence: format.confidence, discriminator: 'format', message };
}

function* workflowProblems(workflow: Workflow): Generator<Problem> {
  if (when(workflow.logging, (level) => level === 'off', { absent: true })) return;
  const match = when(workflow.executionData, (on) => on);
  if (match === undefined) return;
  const message = `${workflow.id} logs the input and output of every step${inBranch(match)}.`;
  const fix = proposeFix('exact', match.write(false));
  yield { about: workflow, at: match.at, severity: 'low', confidence: match.confidence, message, fix };
}

/** Powertools writes the whole event to the log when this variable is set. */
function* loggerProblems(fn: ServerlessFunction, stack: Stack): Generator<Problem> {
  const variable = fn.environment.find(({ name }) => name === 'POWERTOOLS_LOGGER_LOG_EVENT');
  const match = variable && when(variable.value, (value) => /^(?:true|1|yes|on|y|t)$/i.test(value));
  if (!match) return;
  const message = `${fn.id} logs every event it receives${inBranch(match)}.`;
  const severity = takesRequests(fn, stack) ? 'medium' : 'low';
  const fix = proposeFix('exact', match.write('false'));
  yield { about: fn, at: match.at, severity, confidence: match.confidence, discriminator: 'event', message, fix };
}

function takesRequests({ id }: ServerlessFunction, { routes, urls, triggers }: Stack): boolean {
  const isOwn = (entry: { readonly function: string | undefined }) => entry.function === id;
  return routes.some(isOwn) || urls.some(isOwn) || triggers.some((one) => isOwn(one) && one.trigger === 'userpool');
}
