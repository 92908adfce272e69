import { describeRoute } from '../../../facts/exposure/routes.js';
import { strongestLevel } from '../../../facts/iam/actions.js';
import { actionsOf, allowsOf } from '../../../facts/permissions/grants.js';
import type { Stack } from '../../../facts/stack.js';
import type { Route } from '../../../model/api.js';
import type { Role } from '../../../model/identity.js';
import { inBranch, when } from '../../../model/setting.js';
import { definePolicy, proposeFix } from '../../definition.js';

const bodyMethods: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'ANY']);
const bodyAdvice = 'Declare a model of the body (JSON Schema) and have the gateway validate requests against it.';
const parameterAdvice = 'Have the gateway check that the declared parameters are there before it calls the function.';

export default definePolicy({
  id: 'request-validation-missing',
  several: ['routes', 'accept any request body'],
  threat: 'event-injection',
  title: 'API route accepts unvalidated requests',
  severity: 'low',
  strictOnly: true,
  why: 'Malformed and malicious requests reach the function, although the gateway could reject them before an invocation is billed.',
  remedy: 'Declare a request model and validate bodies and parameters at the gateway.',
  acceptable: 'The function validates the whole request before it uses any of it.',
  references: {
    owasp: ['OW1'],
    csa: ['SAS-1'],
    cwe: ['CWE-20'],
    peers: ['CKV2_AWS_53', 'AwsSolutions-APIG2'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html',
        'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-requestmodel.html',
      ],
      azure: ['https://learn.microsoft.com/azure/api-management/validate-content-policy'],
    },
  },

  // Left out: HTTP and WebSocket APIs (they validate no bodies), routes without a body, routes that answer by themselves,
  // and routes for every path below one, whose bodies no single model describes.
  *check(stack) {
    const apis = new Set(stack.apis.map(({ id }) => id));
    for (const route of stack.routes) {
      const hasBody = bodyMethods.has(route.method);
      if (!apis.has(route.api ?? '') || route.integration === 'mock') continue;
      if (!hasBody && route.requiresParameters !== true) continue;
      if (route.path.endsWith('+}')) continue;
      const match = when(route.validation, (validated) => !validated, { absent: true });
      if (match === undefined) continue;
      const fix = route.hasModel ? proposeFix('exact', match.write(true)) : undefined;
      yield {
        about: route,
        at: match.at,
        severity: hasBody && route.method !== 'ANY' && writesData(route, stack) ? 'medium' : 'low',
        confidence: match.confidence,
        message: hasBody
          ? `${describeRoute(route)} accepts request bodies without validation${inBranch(match)}.`
          : `${describeRoute(route)} declares required parameters, and nothing checks that requests have them${inBranch(match)}.`,
        ...(fix ? { fix } : { advice: hasBody ? bodyAdvice : parameterAdvice }),
      };
    }
  },
});

function writesData(route: Route, stack: Stack): boolean {
  const fn = stack.functions.find(({ id }) => id === route.function);
  const role = fn && stack.roleOf(fn);
  return role !== undefined && mayWrite(role);
}

/** Only written, known actions count; logs and traces are no data. */
function mayWrite(role: Role): boolean {
  return allowsOf(role)
    .flatMap((grant) => actionsOf(role, grant))
    .some(
      ({ service, facts }) =>
        service !== 'logs' && service !== 'xray' && facts.length > 0 && strongestLevel(facts) === 'write',
    );
}
