import { beforeAll, describe, expect, test } from '@jest/globals';
import { azureFunctions } from '../../../src/frameworks/azure/functions/azure-functions.js';
import type { Setting } from '../../../src/model/setting.js';
import { read, stackOf } from './support.js';

beforeAll(async () => azureFunctions.prepare?.());

const host = '{"version": "2.0"}';

function binding(more: object, text = {}): string {
  return JSON.stringify({ bindings: [{ type: 'httpTrigger', direction: 'in', name: 'req', ...more }], ...text });
}

/** The routes of an app with what they ask of their callers. */
function routesOf(texts: Readonly<Record<string, string>>): readonly unknown[] {
  const { routes } = stackOf(azureFunctions, 'host.json', { 'host.json': host, ...texts }).model;
  return routes.map(({ method, path, auth }) => [
    `${method} ${path}`,
    auth.kind === 'known' ? auth.value.kind : auth.kind,
  ]);
}

function said(setting: Setting<unknown, never> | undefined): unknown {
  return setting?.kind === 'known' ? setting.value : setting?.kind;
}

describe('function.json', () => {
  test.each([
    ['an open level', { authLevel: 'anonymous' }, [['ANY /api/orders', 'none']]],
    ['a level in capitals', { authLevel: 'ANONYMOUS' }, [['ANY /api/orders', 'none']]],
    ['no level at all', {}, [['ANY /api/orders', 'function-key']]],
    ['the level of administrators', { authLevel: 'admin' }, [['ANY /api/orders', 'api-key']]],
    ['a level from settings', { authLevel: '%level%' }, [['ANY /api/orders', 'unknown']]],
    ['methods and a route', { methods: ['get', 'options'], route: 'v1/{id}' }, [['GET /api/v1/{id}', 'function-key']]],
  ])('%s', (_, more, expected) => {
    expect(routesOf({ 'orders/function.json': binding(more) })).toEqual(expected);
  });

  test('the prefix of all routes stands in host.json', () => {
    const prefixed = '{"extensions": {"http": {"routePrefix": ""}}}';
    expect(routesOf({ 'host.json': prefixed, 'orders/function.json': binding({}) })).toEqual([
      ['ANY /orders', 'function-key'],
    ]);
  });

  test('one without an app around it is read by itself', () => {
    const stack = stackOf(azureFunctions, 'host.json', { 'orders/function.json': binding({}) });
    expect(stack.model.functions.map(({ id }) => id)).toEqual(['orders']);
    expect(azureFunctions.entryOf('src/orders/function.json')).toBe('src/host.json');
  });

  test.each([
    ['retries without end', { retry: { strategy: 'fixedDelay', maxRetryCount: -1 } }, -1],
    ['a bound of retries', { retry: { strategy: 'fixedDelay', maxRetryCount: 3 } }, 3],
    ['no retries', {}, 'absent'],
  ])('%s', (_, text, expected) => {
    const texts = { 'host.json': host, 'bill/function.json': binding({ type: 'eventHubTrigger' }, text) };
    const [trigger] = stackOf(azureFunctions, 'host.json', texts).model.triggers;
    expect([trigger?.onFailure.kind, said(trigger?.maximumRetries)]).toEqual(['absent', expected]);
  });

  test('retries of the Node and Python models', () => {
    const node = `import { app } from '@azure/functions';\napp.timer('nightly', { schedule: '0 0 3 * * *', retry: { strategy: 'fixedDelay', maxRetryCount: -1 }, handler: run });\n`;
    const python = `import azure.functions as func\napp = func.FunctionApp()\n\n@app.timer_trigger(arg_name="t", schedule="0 0 3 * * *")\n@app.retry(strategy="fixed_delay", max_retry_count="-1", delay_interval="00:00:10")\ndef nightly(t):\n    pass\n`;
    const retriesIn = (path: string, code: string) =>
      stackOf(azureFunctions, 'host.json', { 'host.json': host, [path]: code }).model.triggers.map(
        ({ maximumRetries }) => said(maximumRetries),
      );
    expect(retriesIn('src/functions/nightly.js', node)).toEqual([-1]);
    expect(retriesIn('function_app.py', python)).toEqual([-1]);
  });

  test('a half-written one is told', () => {
    const texts = { 'host.json': host, 'orders/function.json': '{"bindings": [' };
    expect(stackOf(azureFunctions, 'host.json', texts).notices.map(({ path }) => path)).toEqual([
      'orders/function.json',
    ]);
  });

  test('sign-in that is declared with the deployment leaves open what routes ask', () => {
    const settings =
      "resource s 'Microsoft.Web/sites/config@2023-12-01' = {\n  name: 'app/authsettingsV2'\n  properties: {\n    globalValidation: {\n      requireAuthentication: true\n    }\n  }\n}\n";
    const texts = { 'orders/function.json': binding({ authLevel: 'anonymous' }), 'infra/main.bicep': settings };
    expect(routesOf(texts)).toEqual([['ANY /api/orders', 'unknown']]);
  });
});

describe('a static web app in front', () => {
  const config = (rules: object) => JSON.stringify({ routes: rules });
  const signedIn = { route: '/api/*', allowedRoles: ['authenticated'] };

  test.each([
    ['asks for a role on all routes', [signedIn], 'unknown'],
    ['lets everyone pass', [{ route: '/api/*', allowedRoles: ['anonymous'] }], 'none'],
    ['asks for a role elsewhere', [{ route: '/admin/*', allowedRoles: ['admin'] }], 'none'],
    ['lets everyone pass first', [{ route: '/api/Orders' }, signedIn], 'none'],
    ['asks for a role of other methods', [{ ...signedIn, methods: ['POST'] }], 'none'],
    ['asks for a role of the same methods', [{ ...signedIn, methods: ['GET', 'POST'] }], 'unknown'],
    ['has no rules', {}, 'none'],
  ])('%s', (_, rules, expected) => {
    const texts = {
      'api/host.json': host,
      'api/orders/function.json': binding({ authLevel: 'anonymous', methods: ['get'] }),
      'app/staticwebapp.config.json': config(rules),
    };
    const stack = stackOf(azureFunctions, 'api/host.json', texts);
    const [route] = stack.model.routes;
    expect(route?.auth.kind === 'known' ? route.auth.value.kind : route?.auth.kind).toBe(expected);
    expect(stack.files).toContain('app/staticwebapp.config.json');
  });
});

function node(call: string): Readonly<Record<string, string>> {
  return {
    'src/functions/a.ts': `import { app } from '@azure/functions';\nconst level = 'function' as const;\n${call}\n`,
  };
}

describe('the Node.js model', () => {
  test.each([
    ['no level is open', "app.http('a', { handler });", [['ANY /api/a', 'none']]],
    [
      'a level',
      "app.http('a', { authLevel: 'function', methods: ['POST'], route: 'x/y', handler });",
      [['POST /api/x/y', 'function-key']],
    ],
    ['a level of a constant', "app.http('a', { authLevel: level, handler });", [['ANY /api/a', 'function-key']]],
    [
      'a level of a member',
      "const levels = { web: 'function' };\napp.http('a', { authLevel: levels.web, handler });",
      [['ANY /api/a', 'function-key']],
    ],
    [
      'a route that is put together',
      "const base = 'shop';\napp.http('a', { authLevel: level, route: `${base}/orders`, handler });",
      [['ANY /api/shop/orders', 'function-key']],
    ],
    [
      'a level of another function',
      "function other(level) { app.http('a', { authLevel: level, handler }); }",
      [['ANY /api/a', 'unknown']],
    ],
    ['a computed level', "app.http('a', { authLevel: levelOf(), handler });", [['ANY /api/a', 'unknown']]],
    ['options that are spread', "app.http('a', { ...common, handler });", [['ANY /api/a', 'unknown']]],
    ['a method by name with a bare handler', "app.get('a', handler);", [['GET /api/a', 'none']]],
    [
      'options with a name',
      "const open = { authLevel: 'anonymous', methods: ['PUT'], handler };\napp.http('a', open);",
      [['PUT /api/a', 'none']],
    ],
    [
      'options that are spread from a constant',
      "const open = { authLevel: 'anonymous', methods: ['GET'] };\napp.http('a', { ...open, methods: ['PUT'], handler });",
      [['PUT /api/a', 'none']],
    ],
    [
      'another name of the library',
      "import { app as api } from '@azure/functions';\napi.http('a', { authLevel: 'anonymous', handler });",
      [['ANY /api/a', 'none']],
    ],
    ['another object called app', "server.http('a', { handler });", []],
    ['a name that is computed', 'app.http(name, { handler });', []],
  ])('%s', (_, call, expected) => {
    expect(routesOf(node(call))).toEqual(expected);
  });

  test('files of other libraries, tests and installed packages are not looked at', () => {
    const text = "import { app } from '@azure/functions';\napp.http('a', { handler });\n";
    expect(routesOf({ 'a.test.ts': text, 'node_modules/x/a.js': text, 'b.js': "app.get('/', handler)" })).toEqual([]);
  });

  test('a file that cannot be parsed is told', () => {
    const texts = { 'host.json': host, 'a.ts': "import { app } from '@azure/functions';\napp.http('a', {{{" };
    expect(stackOf(azureFunctions, 'host.json', texts).notices.map(({ kind }) => kind)).toEqual(['unread']);
  });

  test('ten thousand brackets inside each other end', () => {
    const call = `app.http('a', { authLevel: ${'('.repeat(10_000)}'function'${')'.repeat(10_000)} });`;
    expect(stackOf(azureFunctions, 'host.json', { 'host.json': host, ...node(call) }).notices).toHaveLength(1);
  });
});

function python(app: string, route: string): Readonly<Record<string, string>> {
  return {
    'function_app.py': `import azure.functions as func\n\napp = ${app}\n\n@app.route(${route})\ndef a(req):\n    return None\n`,
  };
}

describe('the Python model', () => {
  test.each([
    ['nothing said', 'func.FunctionApp()', 'route="a"', [['ANY /api/a', 'function-key']]],
    [
      'an open app',
      'func.FunctionApp(http_auth_level=func.AuthLevel.ANONYMOUS)',
      'route="a"',
      [['ANY /api/a', 'none']],
    ],
    [
      'an open route of a closed app',
      'func.FunctionApp(http_auth_level="FUNCTION")',
      'auth_level=func.AuthLevel.ANONYMOUS',
      [['ANY /api/a', 'none']],
    ],
    ['a computed level', 'func.FunctionApp()', 'auth_level=level()', [['ANY /api/a', 'unknown']]],
    ['methods', 'func.FunctionApp()', 'methods=["GET", "post"]', [['GET,POST /api/a', 'function-key']]],
    ['an application of another library', 'Flask(__name__)', '"/a"', []],
    [
      'a whole web application',
      'func.AsgiFunctionApp(app=web, http_auth_level=func.AuthLevel.ANONYMOUS)',
      'route="a"',
      [
        ['ANY /api/a', 'none'],
        ['ANY /api/{*route}', 'none'],
      ],
    ],
  ])('%s', (_, app, route, expected) => {
    expect(routesOf(python(app, route))).toEqual(expected);
  });

  test('blueprints ask what their app asks', () => {
    const texts = {
      'function_app.py':
        'import azure.functions as func\nfrom bp import bp\napp = func.FunctionApp(http_auth_level=func.AuthLevel.ANONYMOUS)\napp.register_functions(bp)\n',
      'bp.py':
        'import azure.functions as func\nbp = func.Blueprint()\n\n@bp.route(route="b")\ndef b(req):\n    return None\n',
    };
    expect(routesOf(texts)).toEqual([['ANY /api/b', 'none']]);
  });

  test('a blueprint of Flask declares no function', () => {
    const texts = {
      'function_app.py':
        'import azure.functions as func\nfrom web import web\napp = func.WsgiFunctionApp(app=web.wsgi_app)\n',
      'web.py':
        'import azure.functions as func\nfrom flask import Blueprint\nweb = Blueprint("web", __name__)\n\n@web.route(rule="/b")\ndef b():\n    return None\n',
    };
    expect(routesOf(texts)).toEqual([['ANY /api/{*route}', 'function-key']]);
  });

  test('an app that a function makes decorates what is declared in that function only', () => {
    const made =
      'def make():\n    app = func.FunctionApp()\n\n    @app.route(route="a")\n    def a(req): return None\n';
    const other = 'app = web()\n\n@app.route(route="b")\ndef b(req): return None\n';
    const texts = { 'function_app.py': `import azure.functions as func\n${made}\n${other}` };
    expect(routesOf(texts)).toEqual([['ANY /api/a', 'function-key']]);
  });
});

describe('events', () => {
  test('triggers and outputs of one queue meet; of two folders of a container they tell the keys', () => {
    const json = {
      bindings: [
        { type: 'blobTrigger', name: 'in', path: 'files/in/{name}.csv', connection: 'Files' },
        { type: 'blob', direction: 'out', name: 'out', path: 'files/out/{name}' },
      ],
    };
    const { triggers, stores, roles } = stackOf(azureFunctions, 'host.json', {
      'host.json': host,
      'load/function.json': JSON.stringify(json),
    }).model;
    expect(triggers.map(({ source, objectFilter }) => [source, objectFilter])).toEqual([
      ['blob files of Files', { prefixes: ['in/'], suffixes: ['.csv'] }],
    ]);
    expect(stores.map(({ id }) => id)).toEqual(['blob files of Files', 'blob files']);
    expect(roles.flatMap(({ grants }) => grants.map((grant) => grant.resources.terms[0]?.text))).toEqual([
      '${blob files}/out/*',
    ]);
  });
});

test('a folder without host.json and functions is no app', () => {
  expect(read(azureFunctions, 'host.json', { 'a.ts': 'export {}' })).toBeUndefined();
});

test('an app inside the folder of another one is left to itself', () => {
  const text = "import { app } from '@azure/functions';\napp.http('inner', { handler });\n";
  expect(routesOf({ 'api/host.json': host, 'api/a.ts': text })).toEqual([]);
});

test.each([
  ['breaks off', '@app.route(route="a"\ndef a(req):\n    pass\n', 3],
  ['is too large', `# ${'x'.repeat(1_000_000)}`, 1],
])('a file of Python that %s is told', (_, rest, line) => {
  const texts = {
    'host.json': host,
    'function_app.py': `import azure.functions as func\napp = func.FunctionApp()\n${rest}`,
  };
  expect(stackOf(azureFunctions, 'host.json', texts).notices).toMatchObject([
    { path: 'function_app.py', line, kind: 'unread' },
  ]);
});
