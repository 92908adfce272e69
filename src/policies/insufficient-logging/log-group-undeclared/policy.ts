import { monitorOf } from '../../../facts/logging/monitoring.js';
import { roundRetention } from '../../../facts/logging/retention.js';
import type { Stack } from '../../../facts/stack.js';
import type { ServerlessFunction } from '../../../model/function.js';
import { inBranch, when } from '../../../model/setting.js';
import type { LogGroup } from '../../../model/store.js';
import { definePolicy, proposeFix } from '../../definition.js';

const note =
  'After this edit the deployment fails if the function has already run and its log group exists: import the log group, or give it a new name.';

export default definePolicy({
  id: 'log-group-undeclared',
  several: ['functions', 'have no declared log group'],
  threat: 'insufficient-logging',
  title: 'Log group is not declared',
  severity: 'low',
  strictOnly: true,
  fails: 'never',
  why: 'Lambda creates the log group at the first invocation: it never expires, has no metric filters, and stays behind when the stack is deleted.',
  remedy: 'Declare the log group of the function and set its retention.',
  acceptable: 'Another stack declares the log groups of the functions.',
  references: {
    owasp: ['OW10'],
    csa: ['SAS-5'],
    cwe: ['CWE-778'],
    peers: ['W58'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html',
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-logs-loggroup.html',
      ],
    },
  },

  // Left out: stacks that may hold declarations we cannot read, and edge functions (they log in the region of the caller).
  *check(stack, { defaults, externalMonitor }) {
    if (stack.open) return;
    for (const fn of stack.functions.filter(isJudgedIn(stack))) {
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

function isJudgedIn({ logGroups }: Stack): (fn: ServerlessFunction) => boolean {
  const declared = new Set(logGroups.flatMap(({ functions }) => functions));
  const isAnyDeclared = logGroups.some(mayBeOfAnyFunction);
  return (fn) => isJudged(fn) && !isAnyDeclared && !declared.has(fn.id);
}

function isJudged(fn: ServerlessFunction): boolean {
  return fn.purpose !== 'edge' && when(fn.logging, (logs) => !logs) === undefined;
}

/** A name of which only the deployment knows which function it is for. */
function mayBeOfAnyFunction({ name, functions }: LogGroup): boolean {
  if (name === undefined || functions.length > 0) return false;
  return name.startsWith('${') || (name.startsWith('/aws/lambda/') && name.includes('${'));
}
