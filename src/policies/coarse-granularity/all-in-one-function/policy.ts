import type { Stack } from '../../../facts/stack.js';
import type { ServerlessFunction } from '../../../model/function.js';
import { groupBy } from '../../../model/grouping.js';
import { definePolicy, type Problem } from '../../definition.js';
import { manyThings } from './many-things.js';

export default definePolicy({
  id: 'all-in-one-function',
  several: ['functions', 'serve many unrelated requests or events'],
  threat: 'coarse-granularity',
  title: 'One function serves many unrelated requests',
  severity: 'low',
  fails: 'never',
  why: 'Every request runs with the permissions and dependencies of all of them, and a flaw in one, or a release of one, affects all.',
  remedy: 'Split the function by what its routes are about, each with the permissions that it needs.',
  acceptable: 'It renders pages, answers GraphQL or is a backend for one frontend, and is one function by design.',
  references: {
    csa: ['SAS-4'],
    cwe: ['CWE-1047'],
    links: {
      aws: ['https://docs.aws.amazon.com/lambda/latest/dg/concepts-event-driven-architectures.html#monolith'],
      azure: ['https://learn.microsoft.com/azure/azure-functions/functions-best-practices'],
      any: ['https://owasp.org/www-project-serverless-top-10/'],
    },
  },

  // Left out: GraphQL, and routers whose routes are not known.
  *check(stack, { defaults }) {
    for (const fn of stack.functions) {
      if (fn.platform.identity !== 'function') continue;
      const says = routesOf(fn, stack, defaults.maxRoutesPerFunction) ?? kindsOf(fn, stack);
      if (says === undefined) continue;
      const isRisk = stack.exposure(fn) === 'open' && strong.has(stack.power(fn));
      yield { about: fn, at: fn.at, severity: isRisk ? 'medium' : 'low', message: `${fn.id} ${says}.` };
    }
    yield* crowdedApps(stack);
  },

  inspect: manyThings,
});

const strong: ReadonlySet<string> = new Set(['admin', 'escalation', 'wide', 'data']);
const manyTopics = 3;
const manyKinds = 3;

/** Functions that one app can have before it deserves a split: all of them share its settings, its permissions and its releases. */
const mostInOneApp = 15;

function* crowdedApps({ roles, functions }: Stack): Iterable<Problem> {
  const inApps = functions.filter(({ platform }) => platform.identity === 'app');
  const withRole = roles.map(({ users }) => inApps.filter(({ id }) => users.includes(id)));
  // Code says nothing of roles: what lies in one folder is deployed as one app.
  const alone = inApps.filter(
    ({ id, codeRoot }) => codeRoot !== undefined && !roles.some(({ users }) => users.includes(id)),
  );
  for (const own of [...withRole, ...groupBy(alone, ({ codeRoot = '' }) => [codeRoot]).values()]) {
    const [first] = own;
    if (first === undefined || own.length < mostInOneApp) continue;
    const names = own.slice(0, manyTopics).map(({ id }) => id);
    const message = `One app has ${own.length} functions, which share its settings and its permissions: ${names.join(', ')} and ${own.length - names.length} more.`;
    yield { about: first, at: first.at, key: 'app', discriminator: 'app', message };
  }
}

function routesOf({ id }: ServerlessFunction, { routes, apis }: Stack, most: number): string | undefined {
  const graphql = new Set(apis.filter(({ api }) => api === 'graphql').map((api) => api.id));
  const own = routes.filter((route) => route.function === id && !graphql.has(route.api ?? ''));
  const topics = new Set(own.map(({ path }) => path.split('/')[1] ?? ''));
  if (own.length < most || topics.size < manyTopics) return undefined;
  const named = [...topics].slice(0, manyTopics).map((topic) => `/${topic}`);
  return `serves ${own.length} routes under ${topics.size} paths (${named.join(', ')} ...)`;
}

function kindsOf({ id }: ServerlessFunction, { routes, urls, triggers }: Stack): string | undefined {
  const requests = [...routes, ...urls].some((one) => one.function === id) ? ['requests'] : [];
  const events = triggers.filter((one) => one.function === id && one.trigger !== 'other').map(({ trigger }) => trigger);
  const kinds = [...new Set([...requests, ...events])];
  return kinds.length < manyKinds ? undefined : `handles ${kinds.length} kinds of events: ${kinds.join(', ')}`;
}
