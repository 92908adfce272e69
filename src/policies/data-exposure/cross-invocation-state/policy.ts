import type { FunctionCode, ToldFlow } from '../../../code/stack-code.js';
import { when } from '../../../model/setting.js';
import { definePolicy } from '../../definition.js';
import { flowProblems } from '../../flow-problems.js';

export default definePolicy({
  id: 'cross-invocation-state',
  threat: 'data-exposure',
  title: "One caller's data can reach the next",
  several: ['names', 'keep the data of one caller for the next'],
  severity: 'medium',
  why: 'Instances are reused, so the data of one caller can appear in the response to the next, or decide what the next may do.',
  remedy: 'Keep the data of a request in the handler, and leave only clients and settings at the top of the file.',
  acceptable: 'The value is the same for every caller, or each tenant has instances of its own.',
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
      knative: ['https://knative.dev/docs/serving/autoscaling/concurrency/'],
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
      return `${name} adds keys of one request to its logger, which the next request logs too`;
    case 'file':
      return `${name} keeps request data in a file that the next request finds`;
    case 'shared':
      return `${name} shares ${sink.text} between concurrent requests`;
    default:
      return `${name} keeps ${sink.text} of one request for the next`;
  }
}
