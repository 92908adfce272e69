import type { Stack } from '../../../facts/stack.js';
import type { ServerlessFunction } from '../../../model/function.js';
import { known } from '../../../model/setting.js';
import type { Trigger } from '../../../model/trigger.js';
import { definePolicy, type Problem } from '../../definition.js';

export default definePolicy({
  id: 'orphan-function',
  several: ['functions', 'are invoked by nothing'],
  threat: 'shadow-apis',
  title: 'Nothing invokes the function',
  severity: 'low',
  fails: 'never',
  why: 'A leftover function keeps its role, secrets and old dependencies deployed, and nobody maintains it.',
  remedy: 'Remove the function with its role, or connect it again to what should start it.',
  acceptable: 'People or another stack invoke it by a name that is not in these files.',
  references: {
    csa: ['SAS-11'],
    cwe: ['CWE-561'],
    links: {
      any: ['https://owasp.org/API-Security/editions/2023/en/0xa9-improper-inventory-management/'],
      aws: ['https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html'],
      azure: ['https://learn.microsoft.com/azure/azure-functions/disable-function'],
    },
  },

  // Left out: functions with a name that others may know, and those that anything in the stack or its outputs refers to.
  *check(stack) {
    const idle = new Set(stack.idle);
    for (const fn of stack.functions.filter(({ purpose }) => purpose === 'handler')) {
      const problem = idle.has(fn.id) ? nothingStarts(fn) : onlyDisabled(fn, stack);
      if (problem !== undefined) yield problem;
    }
  },
});

function nothingStarts(fn: ServerlessFunction): Problem {
  return {
    about: fn,
    at: fn.at,
    message: `Nothing in this stack invokes ${fn.id} or refers to it, and no output names it.`,
    confidence: 'medium',
  };
}

function onlyDisabled(fn: ServerlessFunction, { triggers, routes, urls }: Stack): Problem | undefined {
  const own = triggers.filter((trigger) => trigger.function === fn.id);
  const isCalled = [...routes, ...urls].some((start) => start.function === fn.id);
  const [first] = own;
  if (isCalled || first === undefined || !own.every(isDisabled)) return undefined;
  return {
    about: fn,
    at: first.enabled.at,
    discriminator: 'disabled',
    message: `${fn.id} is invoked only by ${own.length === 1 ? 'a trigger that is' : 'triggers that are'} disabled.`,
    related: own.map(({ at }) => at),
  };
}

function isDisabled({ enabled }: Trigger): boolean {
  return known(enabled) === false;
}
