import { beforeAll, describe, expect, test } from '@jest/globals';
import { bicep } from '../../../src/frameworks/azure/bicep/bicep.js';
import { known } from '../../../src/model/setting.js';
import { stackOf } from './support.js';

beforeAll(async () => bicep.prepare?.());

/** The texts under names of secrets that a resource holds. */
function textsOf(type: string, properties: string): readonly unknown[] {
  const text = `param given string\nresource a '${type}@2023-01-01' = {\n  name: 'x/a'\n  properties: ${properties}\n}\n`;
  const { texts = [] } = stackOf(bicep, 'main.bicep', { 'main.bicep': text }).model;
  return texts.map(({ name, value }) => [name, known(value)]);
}

describe('texts that are called secrets', () => {
  test.each([
    [
      'a property',
      'Microsoft.Sql/servers',
      "{ administratorLoginPassword: 'Hx7' }",
      [['properties.administratorLoginPassword', 'Hx7']],
    ],
    [
      'a value beside its name',
      'Microsoft.App/jobs',
      "{ env: [{ name: 'DB_PASSWORD', value: 'Hx7' }] }",
      [['properties.env.0.DB_PASSWORD', 'Hx7']],
    ],
    [
      'a named value of a gateway',
      'Microsoft.ApiManagement/service/namedValues',
      "{ displayName: 'backend-token', value: 'Hx7' }",
      [['properties.backend-token', 'Hx7']],
    ],
    [
      'a secret of a vault',
      'Microsoft.KeyVault/vaults/secrets',
      "{ value: 'Hx7' }",
      [['properties.secret value', 'Hx7']],
    ],
    ['any other value', 'Microsoft.AppConfiguration/configurationStores/keyValues', "{ value: 'Hx7' }", []],
    ['a secret of a vault that is given', 'Microsoft.KeyVault/vaults/secrets', '{ value: given }', []],
  ])('%s', (_, type, properties, expected) => expect(textsOf(type, properties)).toEqual(expected));
});
