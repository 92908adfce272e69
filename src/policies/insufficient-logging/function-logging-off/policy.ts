import { monitorOf } from '../../../facts/logging/monitoring.js';
import type { Stack } from '../../../facts/stack.js';
import type { ServerlessFunction } from '../../../model/function.js';
import type { Role } from '../../../model/identity.js';
import { inBranch, when } from '../../../model/setting.js';
import { definePolicy, type Problem, proposeFix } from '../../definition.js';
import { cannotWriteLogs, denialOfLogs } from './log-rights.js';

const basicExecution = 'service-role/AWSLambdaBasicExecutionRole';

export default definePolicy({
  id: 'function-logging-off',
  several: ['functions', 'cannot write logs'],
  threat: 'insufficient-logging',
  title: 'Function writes no logs',
  severity: 'high',
  why: 'An attack on a function that writes no logs leaves no trace to investigate.',
  remedy: 'Turn logging on, and allow the role of the function to write logs.',
  acceptable: 'The function handles data that must never be logged, and its invocations are recorded elsewhere.',
  references: {
    owasp: ['OW10'],
    csa: ['SAS-5'],
    cwe: ['CWE-778'],
    peers: ['W58', 'CKV_AZURE_159'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html',
        'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSLambdaBasicExecutionRole.html',
      ],
      azure: ['https://learn.microsoft.com/azure/azure-functions/configure-monitoring'],
      google: ['https://cloud.google.com/logging/docs/routing/overview'],
    },
  },

  // Left out: imported roles, and roles with policies whose content is not known.
  *check(stack, { externalMonitor }) {
    const silent = stack.functions.filter((fn) => !hasOwnRecord(monitorOf(fn, stack, externalMonitor)));
    for (const fn of silent) yield* switchedOff(fn);
    for (const fn of silent) yield* sampledAway(fn);
    if (!stack.open) for (const [role, users] of byRole(silent, stack)) yield* withoutPermissions(role, users);
  },
});

/** The functions that log as their role allows, by role. */
function byRole(functions: readonly ServerlessFunction[], stack: Stack): ReadonlyMap<Role, ServerlessFunction[]> {
  const users = new Map<Role, ServerlessFunction[]>();
  for (const fn of functions) {
    const role = fn.platform.logging === 'role' ? stack.roleOf(fn) : undefined;
    if (role === undefined) continue;
    const own = users.get(role);
    if (own === undefined) users.set(role, [fn]);
    else own.push(fn);
  }
  return users;
}

/** Application Insights receives what the logging of the host lets through, and nothing else. */
function hasOwnRecord(monitor: string | undefined): boolean {
  return monitor !== undefined && monitor !== 'Application Insights';
}

function* switchedOff(fn: ServerlessFunction): Generator<Problem> {
  const match = when(fn.logging, (logs) => !logs);
  if (match === undefined) return;
  const message = `Logging is turned off for ${fn.id}${inBranch(match)}.`;
  const { at, confidence } = match;
  const severity = fn.logsFatalErrors ? 'medium' : 'high';
  yield {
    about: fn,
    at,
    severity,
    confidence,
    message,
    fix: proposeFix('exact', match.remove?.() ?? match.write(true)),
  };
}

/** Sampling that keeps less than a record a second keeps next to nothing of an attack. */
function* sampledAway(fn: ServerlessFunction): Generator<Problem> {
  const match = when(fn.logsPerSecond, (records) => records < 1);
  if (match === undefined) return;
  const { at, confidence } = match;
  const message = `Sampling keeps less than one log record per second of ${fn.id}${inBranch(match)}.`;
  const advice = 'Raise `maxTelemetryItemsPerSecond` to at least 1, and set `excludedTypes` to `Request;Exception`.';
  yield { about: fn, at, severity: 'low', confidence, discriminator: 'sampling', message, advice };
}

function* withoutPermissions(role: Role, users: readonly ServerlessFunction[]): Generator<Problem> {
  const names = users.map(({ id }) => id).join(', ');
  const denial = denialOfLogs(role);
  if (denial) {
    const message = `${role.id} denies ${names} permission to write logs.`;
    yield { about: role, at: denial.at, discriminator: 'denied', message };
  } else if (cannotWriteLogs(role)) {
    const message = `${role.id} does not allow ${names} to write logs.`;
    yield { about: role, at: role.at, message, fix: proposeFix('exact', role.attach(basicExecution)) };
  }
}
