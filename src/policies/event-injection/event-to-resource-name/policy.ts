import type { FunctionCode } from '../../../code/stack-code.js';
import type { Power } from '../../../facts/permissions/power.js';
import { definePolicy } from '../../definition.js';
import { flowProblems } from '../../flow-problems.js';

export default definePolicy({
  id: 'event-to-resource-name',
  threat: 'event-injection',
  title: 'Event data selects the cloud resource to act on',
  several: ['calls', 'take the resource to act on from event data'],
  severity: 'medium',
  why: 'The caller makes the function use its permissions on another bucket, table, function, queue or secret.',
  remedy: 'Take the name from the environment, or check it against a fixed list.',
  acceptable: 'The role of the function reaches only resources that every caller may use.',
  references: {
    owasp: ['OW5'],
    csa: ['SAS-1'],
    cwe: ['CWE-441', 'CWE-639', 'CWE-99'],
    links: {
      any: ['https://cwe.mitre.org/data/definitions/441.html'],
      aws: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html'],
    },
  },

  // Left out: keys of objects where the code reads who the caller is, which may bind them, or adds a part of its own.
  *inspect(code) {
    for (const fn of code.functions) {
      if (code.stack.exposure(fn.function) === 'authenticated' && !knowsCaller(fn))
        yield* flowProblems(
          { ...code, functions: [fn] },
          {
            dangers: ['object'],
            severity: () => 'medium',
            message: ({ detail }, name) =>
              `${name} ${detail} the object whose key the caller sends, and nothing binds it to the caller`,
          },
        );
      yield* flowProblems(
        { ...code, functions: [fn] },
        {
          dangers: ['resource'],
          severity: () => (reachesAll.has(code.stack.power(fn.function)) ? 'high' : 'medium'),
          message: ({ detail }, name) => `${name} takes the \`${detail}\` of a cloud API call from the event`,
        },
      );
    }
  },
});

/** Who calls, and whose things are: claims, users, tenants, owners. */
const caller =
  /authorizer|claims|cognito|identity|principal|jwt|token|session|\buser|\busers?[_-]?id|current_?user|owner|tenant|account|\bsub$/i;

function knowsCaller({ mentions }: FunctionCode): boolean {
  return [...mentions().names].some((name) => caller.test(name));
}

/** Its role writes, deletes or decrypts whatever is named to it. */
const reachesAll: ReadonlySet<Power> = new Set<Power>(['admin', 'escalation', 'wide']);
