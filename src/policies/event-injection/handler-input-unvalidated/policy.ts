import type { FunctionCode, StackCode, ToldFlow } from '../../../code/stack-code.js';
import { when } from '../../../model/setting.js';
import { definePolicy } from '../../definition.js';
import { flowProblems, type Telling } from '../../flow-problems.js';

export default definePolicy({
  id: 'handler-input-unvalidated',
  threat: 'event-injection',
  title: 'Request body is used without validation',
  several: ['handlers', 'use request bodies without validation'],
  severity: 'medium',
  why: 'Callers control every field, its type and its size, so they can exploit any mistake further on.',
  remedy: 'Validate the body against a schema first, and use only what the schema returns.',
  acceptable: 'Whatever receives the value next validates it, or only trusted systems can call the function.',
  references: {
    owasp: ['OW1'],
    csa: ['SAS-1'],
    cwe: ['CWE-20', 'CWE-1287'],
    links: {
      any: [
        'https://cheatsheetseries.owasp.org/cheatsheets/Input_Validation_Cheat_Sheet.html',
        'https://cwe.mitre.org/data/definitions/20.html',
      ],
    },
  },

  // Left out: handlers that test any field of the body, units that import a library for schemas, routes that the gateway
  // validates, bodies that are only logged, answered or passed on over HTTP, and handlers with findings that say more.
  *inspect(code) {
    const functions = code.functions.filter((fn) => isAsked(fn, code));
    for (const fn of functions) {
      const flows = fn.flows.filter(({ danger }) => danger === 'input');
      for (const flow of flows)
        for (const problem of flowProblems({ ...code, functions: [{ ...fn, flows: [flow] }] }, telling))
          yield { ...problem, discriminator: flow.handler, advice: adviceOf(flow) };
    }
  },
});

const telling: Telling = {
  dangers: ['input'],
  severity: () => 'medium',
  message: (_, name) => `${name} uses the request body without validating it`,
};

/** Callers reach it by a route that does not validate bodies by itself. */
function isAsked({ function: { id } }: FunctionCode, { stack }: StackCode): boolean {
  const routes = stack.routes.filter((route) => route.function === id);
  if (routes.length === 0) return stack.urls.some((url) => url.function === id);
  return routes.some(({ validation }) => when(validation, (isOn) => isOn) === undefined);
}

/** A schema of the fields that the handler uses. */
function adviceOf({ detail }: ToldFlow): string {
  const fields = detail === '' ? ['name'] : detail.split(' ');
  const properties = Object.fromEntries(fields.map((field) => [field, { type: 'string', maxLength: 200 }]));
  const schema = { type: 'object', required: fields, properties, additionalProperties: false };
  return JSON.stringify(schema, undefined, 2);
}
