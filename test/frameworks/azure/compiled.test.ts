import { beforeAll, describe, expect, test } from '@jest/globals';
import { azureFunctions } from '../../../src/frameworks/azure/functions/azure-functions.js';
import type { Model } from '../../../src/model/model.js';
import { stackOf } from './support.js';

beforeAll(async () => azureFunctions.prepare?.());

function modelOf(code: string, more: Readonly<Record<string, string>> = {}): Model {
  return stackOf(azureFunctions, 'host.json', { 'host.json': '{"version": "2.0"}', 'Orders.cs': code, ...more }).model;
}

function routesOf(code: string, more: Readonly<Record<string, string>> = {}): readonly unknown[] {
  return modelOf(code, more).routes.map(({ method, path, auth }) => [
    `${method} ${path}`,
    auth.kind === 'known' ? auth.value.kind : auth.kind,
  ]);
}

function withTrigger(trigger: string, before = '', body = 'return Ok();'): string {
  return `${before}
public class Orders {
  [Function("Orders")]
  public IActionResult Run([${trigger}] HttpRequest req) { ${body} }
}`;
}

describe('attributes of C#', () => {
  test.each([
    ['an open level', 'HttpTrigger(AuthorizationLevel.Anonymous, "get", "post")', [['GET,POST /api/Orders', 'none']]],
    ['a level with its namespace', 'HttpTrigger(Http.AuthorizationLevel.Anonymous)', [['ANY /api/Orders', 'none']]],
    ['a level by name', 'HttpTrigger("get", AuthLevel = AuthorizationLevel.Admin)', [['GET /api/Orders', 'api-key']]],
    ['no level', 'HttpTrigger("get", Route = "v1/{id}")', [['GET /api/v1/{id}', 'function-key']]],
    ['no arguments', 'HttpTrigger', [['ANY /api/Orders', 'function-key']]],
    ['a level that is a constant', 'HttpTrigger(Levels.Open, "get")', [['GET /api/Orders', 'function-key']]],
    [
      'a route that is a constant',
      'HttpTrigger(AuthorizationLevel.Anonymous, Route = Paths.Orders)',
      [['ANY /api/Orders', 'none']],
    ],
  ])('%s', (_, trigger, expected) => {
    expect(routesOf(withTrigger(trigger))).toEqual(expected);
  });

  test.each([
    ['in a comment', '// [Function("Old")] Run([HttpTrigger(AuthorizationLevel.Anonymous)])'],
    ['in a long comment', '/* [Function("Old")] Run([HttpTrigger(AuthorizationLevel.Anonymous)]) */'],
    ['in a text', 'const string help = "[Function(\\"Old\\")] [HttpTrigger(AuthorizationLevel.Anonymous)]";'],
    [
      'in a verbatim text',
      'const string help = @"c:\\ ""[Function(1)]"" [HttpTrigger(AuthorizationLevel.Anonymous)]";',
    ],
    ['in a raw text', 'const string help = """[Function("Old")] [HttpTrigger(AuthorizationLevel.Anonymous)]""";'],
  ])('what stands %s declares nothing', (_, before) => {
    expect(routesOf(withTrigger('HttpTrigger(AuthorizationLevel.Function)', before))).toEqual([
      ['ANY /api/Orders', 'function-key'],
    ]);
  });

  test.each([
    ['a class that asks for it', '[Authorize]', 'return Ok();'],
    ['code that looks at the caller', '', 'var me = req.HttpContext.User.Identity; return Ok(me);'],
    ['code that reads the header', '', 'var token = req.Headers["Authorization"]; return Ok();'],
  ])('an open function with %s is not known to be open', (_, before, body) => {
    const trigger = 'HttpTrigger(AuthorizationLevel.Anonymous)';
    expect(routesOf(withTrigger(trigger, before, body))).toEqual([['ANY /api/Orders', 'unknown']]);
  });

  test('middleware that looks at callers stands before all functions', () => {
    const program = 'builder.UseMiddleware<JwtAuthenticationMiddleware>(); builder.Build().Run();';
    const code = withTrigger('HttpTrigger(AuthorizationLevel.Anonymous)');
    expect(routesOf(code, { 'Program.cs': program })).toEqual([['ANY /api/Orders', 'unknown']]);
    expect(routesOf(code, { 'Program.cs': 'builder.UseMiddleware<Logging>();' })).toEqual([
      ['ANY /api/Orders', 'none'],
    ]);
  });

  test('names may be taken from the method or a constant', () => {
    const code = `[FunctionName(nameof(First))] public void First([TimerTrigger("0 * * * * *")] TimerInfo t) {}
      [FunctionName(Names.Second)] public void Run([QueueTrigger("orders")] string m) {}`;
    expect(modelOf(code).functions.map(({ id }) => id)).toEqual(['First', 'Second']);
  });

  test('triggers and outputs name their places', () => {
    const code = `[Function("Pay")]
      [QueueOutput("paid", Connection = "Shop")]
      public string Run([ServiceBusTrigger("orders", "invoices", Connection = "Bus")] string order,
        [Blob("in/{id}.json", FileAccess.Read)] string known) => order;`;
    const { triggers, stores, roles } = modelOf(code);
    expect(triggers.map(({ trigger, source }) => [trigger, source])).toEqual([['topic', 'topic orders of Bus']]);
    expect(stores.map(({ id }) => id)).toEqual(['queue paid of Shop', 'topic orders of Bus', 'blob in']);
    expect(roles.map(({ id }) => id)).toEqual(['Pay outputs']);
  });

  test.each([
    ['half-written', '[Function("Orders")] public void Run([HttpTrigger(AuthorizationLevel.Anonymous, "get"'],
    ['of brackets', '['.repeat(50_000)],
    ['of quotation marks', '"'.repeat(50_001)],
    ['of comments', '/*'.repeat(50_000)],
  ])('a file %s is read without an error', (_, text) => {
    const code = `[Function("Good")] public void Run([TimerTrigger("x")] TimerInfo t) {}\n${text}`;
    expect(modelOf(code).functions.map(({ id }) => id)).toContain('Good');
  });
});

test('annotations of Java are read with their names', () => {
  const java = `@FunctionName("Orders") public HttpResponseMessage run(
    @HttpTrigger(name = "req", methods = {HttpMethod.GET, HttpMethod.POST}, authLevel = AuthorizationLevel.ANONYMOUS)
    HttpRequestMessage<String> request) { return null; }`;
  expect(routesOf('', { 'src/main/java/Orders.java': java })).toEqual([['GET,POST /api/Orders', 'none']]);
});

describe('the project file of .NET', () => {
  test.each([
    ['a version of the host that has ended', ['v3', 'netcoreapp3.1'], '', 'functions|3'],
    ['the worker model', ['v4', 'net8.0'], '', 'dotnet-isolated|8'],
    ['the older model', ['V4', 'net6.0'], '<PackageReference Include="Microsoft.NET.Sdk.Functions" />', 'dotnet|6'],
    ['the older framework', ['v4', 'net48'], '', undefined],
  ])('%s', (_, [host, framework], packages, expected) => {
    const project = `<Project><PropertyGroup><TargetFramework>${framework}</TargetFramework>
      <AzureFunctionsVersion>${host}</AzureFunctionsVersion></PropertyGroup>${packages}</Project>`;
    const code = '[Function("Good")] public void Run([TimerTrigger("x")] TimerInfo t) {}';
    const [fn] = modelOf(code, { 'Orders.csproj': project }).functions;
    expect(fn?.runtime.kind === 'known' ? fn.runtime.value : undefined).toBe(expected);
  });
});
