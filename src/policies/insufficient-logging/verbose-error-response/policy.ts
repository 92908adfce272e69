import type { FunctionCode } from '../../../code/stack-code.js';
import { definePolicy } from '../../definition.js';
import { flowProblems } from '../../flow-problems.js';
import { talkativeGateways } from './gateways.js';
import { developerModes } from './variables.js';

export default definePolicy({
  id: 'verbose-error-response',
  threat: 'insufficient-logging',
  title: 'Caller receives stack trace or internals',
  several: ['responses', 'contain stack traces or internals'],
  severity: 'medium',
  why: 'Paths, versions and queries in an error help an attacker plan the next step.',
  remedy: 'Return a fixed message and write the error to the log; turn modes for developers off.',
  acceptable: 'The API is used only by its own developers.',
  references: {
    csa: ['SAS-10'],
    cwe: ['CWE-209', 'CWE-489'],
    links: {
      any: [
        'https://cwe.mitre.org/data/definitions/209.html',
        'https://cheatsheetseries.owasp.org/cheatsheets/Error_Handling_Cheat_Sheet.html',
      ],
    },
  },

  // Left out: what gateways answer by templates, and modes of stacks that are for trying things.
  *check(stack) {
    yield* developerModes(stack);
    yield* talkativeGateways(stack);
  },

  // Left out: what a module does only where it is started by itself, which a platform that imports it does not.
  inspect: (code) =>
    flowProblems(
      { ...code, functions: code.functions.map(asStarted) },
      {
        dangers: ['error'],
        severity: ({ detail }) => (detail === 'message' ? 'low' : 'medium'),
        message: ({ detail }, name) =>
          detail.startsWith('debug')
            ? `${name} runs in debug mode, which answers errors with their stack trace`
            : `${name} returns error details to the caller`,
      },
    ),
});

function asStarted(fn: FunctionCode): FunctionCode {
  const isProgram = fn.handlers.some((handler) => handler.isProgram);
  return isProgram ? fn : { ...fn, flows: fn.flows.filter(({ detail }) => detail !== 'debug, as a program') };
}
