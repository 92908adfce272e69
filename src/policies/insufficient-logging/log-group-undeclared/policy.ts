import { monitorOf } from '../../../facts/logging/monitoring.js';
import { roundRetention } from '../../../facts/logging/retention.js';
import type { Stack } from '../../../facts/stack.js';
import type { ServerlessFunction } from '../../../model/function.js';
import { inBranch, when } from '../../../model/setting.js';
import type { LogGroup } from '../../../model/store.js';
import { definePolicy, proposeFix } from '../../policy.js';

const note =
  'If the function has already run, its log group exists and the deployment would fail: import it, or give the function a log group of a new name.';

export default definePolicy({
  id: 'log-group-undeclared',
  several: ['functions', 'have no declared log group'],
  threat: 'insufficient-logging',
  title: 'Log group is left to be created at the first run',
  severity: 'low',
  strictOnly: true,
  fails: 'never',
  why: 'A log group that nobody declares keeps its events for ever, has no filters, outlives the stack, and is created with rights the function should not need.',
  remedy: 'Declare the log group of the function with a retention.',
  acceptable: 'Another stack declares the log groups of all functions.',
  references: {
    owasp: ['OW10'],
    csa: ['SAS-5'],
    cwe: ['CWE-778'],
    peers: ['W58'],
    links: [
      'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-logs-loggroup.html',
    ],
  },

  // Left out: stacks that may hold declarations we cannot read, and edge functions (they log in the region of the caller).
  *check(stack, { defaults, externalMonitor }) {
    if (stack.open) return;
    for (const fn of stack.functions.filter((candidate) => isJudged(candidate, stack))) {
      const match = when(fn.logGroup, () => false, { absent: true });
      if (match === undefined || monitorOf(fn, stack, externalMonitor)) continue;
      const edits = match.write({ retentionInDays: roundRetention(defaults.logRetentionDays) });
      yield {
        about: fn,
        at: match.at,
        confidence: 'medium',
        message: `${fn.id} has no declared log group${inBranch(match)}.`,
        fix: proposeFix('exact', edits, note),
      };
    }
  },
});

function isJudged(fn: ServerlessFunction, { logGroups }: Stack): boolean {
  if (fn.purpose === 'edge') return false;
  if (when(fn.logging, (logs) => !logs)) return false;
  return !logGroups.some((group) => group.functions.includes(fn.id) || mayBeOfAnyFunction(group));
}

/** A name of which only the deployment knows which function it is for. */
function mayBeOfAnyFunction({ name, functions }: LogGroup): boolean {
  if (name === undefined || functions.length > 0) return false;
  return name.startsWith('${') || (name.startsWith('/aws/lambda/') && name.includes('${'));
}
