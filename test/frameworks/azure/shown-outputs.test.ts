import { expect, test } from '@jest/globals';
import { scanFiles } from '../../support/judging.js';

async function told(path: string, text: string): Promise<readonly string[]> {
  const { findings } = await scanFiles(new Map([[path, text]]));
  return findings.flatMap(({ policy, message }) => (policy === 'plaintext-secret-in-env' ? [message] : []));
}

const keys = ['Output shown shows what listKeys returns: anyone who can read the deployment can read it.'];
const masked = [
  'Output shown shows parameter word, which is masked elsewhere: anyone who can read the deployment can read it.',
];
const store = `@secure()
param word string
param plain string
resource store 'Microsoft.Storage/storageAccounts@2023-05-01' = { name: 'a' }
var connection = 'AccountKey=\${store.listKeys().keys[0].value}'`;

test.each<readonly [string, string, readonly string[]]>([
  ['a key', 'store.listKeys().keys[0].value', keys],
  ['a key by the name of its resource', "listKeys(store.id, '2023-05-01').keys[0].value", keys],
  ['a text with a key', "'k=${first(store.listKeys().keys).value}'", keys],
  ['a variable with a key', 'connection', keys],
  ['a key in one case', "plain == 'a' ? store.listKeys().keys[0].value : ''", keys],
  ['a list with a key', '[store.listKeys()]', keys],
  ['a masked parameter', 'toLower(plain) == plain ? word : plain', masked],
  ['the name of a key', 'store.listKeys().keys[0].keyName', []],
  ['what is made of a key without having it', 'uniqueString(store.listKeys().keys[0].value)', []],
  ['an id', 'store.id', []],
  ['a parameter', 'plain', []],
])('an output of Bicep with %s', async (_, value, messages) => {
  expect(await told('main.bicep', `${store}\noutput shown string = ${value}\n`)).toEqual(messages);
});

test('an output of Bicep that is marked as secret shows nothing', async () => {
  expect(await told('main.bicep', `${store}\n@secure()\noutput shown string = word\n`)).toEqual([]);
});

test.each<readonly [string, object, readonly string[]]>([
  ['a key', { type: 'string', value: "[listKeys('a', '2023-05-01').keys[0].value]" }, keys],
  ['a variable with a key', { type: 'string', value: "[concat('k=', variables('key'))]" }, keys],
  ['a masked parameter', { type: 'string', value: "[parameters('word')]" }, masked],
  ['a masked parameter as a secret', { type: 'securestring', value: "[parameters('word')]" }, []],
  ['a parameter', { type: 'string', value: "[parameters('plain')]" }, []],
])('an output of a template with %s', async (_, shown, messages) => {
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    parameters: { word: { type: 'secureString' }, plain: { type: 'string' } },
    variables: { key: "[listKeys('a', '2023-05-01').keys[0].value]" },
    resources: [{ type: 'Microsoft.Storage/storageAccounts', apiVersion: '2023-05-01', name: 'a' }],
    outputs: { shown },
  };
  expect(await told('azuredeploy.json', JSON.stringify(template))).toEqual(messages);
});
