import { beforeAll, describe, expect, test } from '@jest/globals';
import { bicep } from '../../../src/frameworks/azure/bicep/bicep.js';
import { azureFunctions } from '../../../src/frameworks/azure/functions/azure-functions.js';
import { stackOf } from './support.js';

beforeAll(async () => bicep.prepare?.());

const project = 'services:\n  api:\n    project: ./api\n    host: function\n';

function site(name: string, more = ''): string {
  return `resource ${name} 'Microsoft.Web/sites@2023-12-01' = {\n  name: '${name}-app'\n  kind: 'functionapp'\n  ${more}\n}\n`;
}

const code = {
  'api/host.json': '{"version": "2.0"}',
  'api/src/a.js': "import { app } from '@azure/functions';\napp.http('a', { authLevel: 'anonymous', handler });\n",
};

type Texts = Readonly<Record<string, string>>;

/** The routes that the deployment is judged with, and those of the code by itself. */
function routesIn(texts: Texts): readonly (readonly unknown[])[] {
  const all = { 'azure.yaml': project, 'infra/main.bicep': site('site'), ...code, ...texts };
  const deployed = stackOf(bicep, 'infra/main.bicep', all).model.routes;
  const own = stackOf(azureFunctions, 'api/host.json', all).model.routes;
  return [deployed, own].map((routes) =>
    routes.map(({ path, function: fn, auth }) => [path, fn, auth.kind === 'known' ? auth.value.kind : auth.kind]),
  );
}

const [open, none] = [['/api/a', 'site', 'none'], []];
const tagged = (service: string) => `tags: union({}, { 'azd-service-name': '${service}' })`;

function signIn(more: string): string {
  return `resource s 'Microsoft.Web/sites/config@2023-12-01' = {\n  parent: site\n  name: 'authsettingsV2'\n  properties: { globalValidation: { ${more} } }\n}\n`;
}

const linked =
  "resource link 'Microsoft.Web/staticSites/linkedBackends@2022-09-01' = {\n  name: 'web/link'\n  properties: { backendResourceId: site.id }\n}\n";
const linkedByModule =
  "module web 'br/public:avm/res/web/static-site:0.7.0' = {\n  name: 'web'\n  params: { name: 'web', linkedBackend: { resourceId: site.id } }\n}\n";

describe('code and deployment in one repository', () => {
  test.each([
    ['the only app is that of the only service', {}, [[open], none]],
    [
      'a tag says which app it is',
      { 'infra/main.bicep': site('web', tagged('web')) + site('site', tagged('api')) },
      [[open], none],
    ],
    [
      'without tags several apps may be meant',
      { 'infra/main.bicep': site('web') + site('site') },
      [[['/api/a', undefined, 'none']], none],
    ],
    [
      'the platform asks for sign-in',
      { 'infra/main.bicep': site('site') + signIn('requireAuthentication: true') },
      [[['/api/a', 'site', 'entra']], none],
    ],
    [
      'the platform turns away who is not signed in',
      { 'infra/main.bicep': site('site') + signIn("unauthenticatedClientAction: 'Return401'") },
      [[['/api/a', 'site', 'unknown']], none],
    ],
    [
      'the platform lets everyone pass',
      { 'infra/main.bicep': site('site') + signIn("unauthenticatedClientAction: 'AllowAnonymous'") },
      [[open], none],
    ],
    [
      'a static web app stands in front',
      { 'infra/main.bicep': site('site') + linked },
      [[['/api/a', 'site', 'unknown']], none],
    ],
    [
      'a static web app of a module stands in front',
      { 'infra/main.bicep': site('site') + linkedByModule },
      [[['/api/a', 'site', 'unknown']], none],
    ],
    ['the code stands beside azure.yaml', { 'azure.yaml': project.replace('./api', 'api/') }, [[open], none]],
  ])('%s', (_, texts, expected) => {
    expect(routesIn(texts)).toEqual(expected);
  });

  test.each([
    ['it is deployed by Terraform', { 'azure.yaml': `infra:\n  provider: terraform\n${project}` }],
    ['it is no function app', { 'azure.yaml': project.replace('function', 'appservice') }],
    ['it is another folder', { 'azure.yaml': project.replace('./api', './other') }],
    ['the folder climbs out', { 'azure.yaml': project.replace('./api', '../api') }],
    ['azure.yaml is not valid', { 'azure.yaml': 'services: [' }],
    ['the deployment belongs to another file', { 'all.bicep': "module m 'infra/main.bicep' = { name: 'm' }\n" }],
  ])('are apart when %s', (_, texts) => {
    const all = { 'azure.yaml': project, 'infra/main.bicep': site('site'), ...code, ...texts };
    expect(stackOf(azureFunctions, 'api/host.json', all).model.routes).toHaveLength(1);
  });

  test('a change of the code touches the deployment', () => {
    const all = { 'azure.yaml': project, 'infra/main.bicep': site('site'), ...code };
    const stack = stackOf(bicep, 'infra/main.bicep', all);
    expect(stack.files).toEqual(['infra/main.bicep', 'azure.yaml', 'api/host.json', 'api/src/a.js']);
    expect(stack.codeRoots).toEqual(['api']);
    expect(stack.model.functions.map(({ codeRoot }) => codeRoot)).toEqual(['api']);
  });

  test('an app that a module elsewhere deploys keeps its routes', () => {
    const elsewhere = "module site 'br/contoso:modules/site:1.0' = {\n  name: 'site'\n}\n";
    expect(routesIn({ 'infra/main.bicep': elsewhere })).toEqual([[['/api/a', undefined, 'none']], none]);
  });
});
