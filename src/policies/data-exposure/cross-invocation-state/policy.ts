import type { FunctionCode, ToldFlow } from '../../../code/stack-code.js';
import { when } from '../../../model/setting.js';
import { flowProblems } from '../../flow-problems.js';
import { definePolicy } from '../../policy.js';

export default definePolicy({
  id: 'cross-invocation-state',
  threat: 'data-exposure',
  title: "One caller's data can reach the next",
  several: ['names', 'keep data of a caller for the next'],
  severity: 'medium',
  why: 'Instances are reused: the next caller can be answered with what the one before sent, or judged by it.',
  remedy: 'Keep data of a request in the handler, and leave only clients and settings at the top of the file.',
  acceptable: 'All callers share the value, or each tenant has its own instances.',
  references: {
    csa: ['SAS-12'],
    cwe: ['CWE-488', 'CWE-524'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html',
        'https://docs.aws.amazon.com/lambda/latest/dg/tenant-isolation.html',
      ],
      azure: ['https://learn.microsoft.com/azure/azure-functions/functions-best-practices'],
      google: ['https://docs.cloud.google.com/run/docs/tips/functions-best-practices'],
      any: ['https://cwe.mitre.org/data/definitions/488.html'],
    },
  },

  // Left out: what is made of no text of an event, caches by a key, and names that every call gives a value before it asks for
  // one, unless an instance answers several requests at once.
  *inspect(code) {
    const functions = code.functions.filter(
      ({ function: fn }) => fn.oneTenant === undefined || !servesOne(fn.oneTenant),
    );
    for (const fn of functions) {
      const flows = fn.flows.filter((flow) => flow.danger === 'state' && isReached(flow, fn));
      yield* flowProblems(
        { ...code, functions: [{ ...fn, flows }] },
        { dangers: ['state'], severity: (flow) => severityOf(flow, fn), message },
      );
    }
  },
});

function servesOne(setting: NonNullable<FunctionCode['function']['oneTenant']>): boolean {
  return when(setting, (isOne) => isOne) !== undefined;
}

/** What every call writes anew another one sees only while both are answered. */
function isReached({ detail }: ToldFlow, { function: { platform } }: FunctionCode): boolean {
  return detail !== 'shared' || platform.requests === 'several';
}

function severityOf({ detail }: ToldFlow, { function: { platform } }: FunctionCode): 'high' | 'medium' | 'low' {
  if (detail === 'logger') return 'low';
  return detail === 'shared' && platform.requests === 'several' ? 'high' : 'medium';
}

function message({ detail, sink }: ToldFlow, name: string): string {
  switch (detail) {
    case 'logger':
      return `${name} gives its logger keys of a request that the next one logs too`;
    case 'file':
      return `${name} keeps text of a request in a file that the next one finds`;
    case 'shared':
      return `${name} shares ${sink.text} between requests that it answers at once`;
    default:
      return `${name} keeps ${sink.text} of one request for the next`;
  }
}
