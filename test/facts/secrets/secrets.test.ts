import { describe, expect, test } from '@jest/globals';
import { isSecretName } from '../../../src/facts/secrets/names.js';
import { credentialIn, entropyOf, isSecret, isSecretText } from '../../../src/facts/secrets/secrets.js';

/** Made up on the spot, so that no text of this file looks like a credential to scanners. */
function made(prefix: string, length: number): string {
  const letters = 'aZ3kQ9xW7mB2vN8cL5pR4tY6';
  return prefix + Array.from({ length }, (_, index) => letters[(index * 7) % letters.length]).join('');
}

describe('recognised credentials', () => {
  test.each([
    ['a GitHub token', made('ghp_', 36), 'GitHub token', true],
    ['a header of a bearer', `Bearer ${made('', 12)}${made('4', 20)}`, 'authorization header', false],
    ['a header of a user', 'Basic c2hvcDpRNHh2UjloVHo4bUs=', 'authorization header', false],
    ['a Slack token', made('xoxb-', 24), 'Slack token', true],
    ['a Stripe live key', made('sk_live_', 24), 'Stripe live key', true],
    ['an npm token', made('npm_', 36), 'npm token', true],
    ['a Google API key', made('AIza', 35), 'Google API key', true],
    ['a SendGrid key', `${made('SG.', 22)}.${made('', 43)}`, 'SendGrid key', true],
    ['an AWS access key id', 'AKIA' + 'QYLPMN5HHHFPZAM2', 'AWS access key ID', false],
    ['a key block', '-----BEGIN RSA PRIVATE ' + 'KEY-----\nMIIEow', 'private key', true],
    [
      'a whole key block',
      `-----BEGIN PRIVATE ${'KEY'}-----\\n${made('MC4CAQ', 58)}\\n-----END PRIVATE ${'KEY'}-----`,
      'private key',
      true,
    ],
    [
      'a webhook of Discord',
      `https://discord.com/api/webhooks/1307026207325552781/${made('', 68)}`,
      'Discord webhook',
      true,
    ],
    ['a bot of Telegram', `1878021466:${made('AA', 33)}`, 'Telegram bot token', true],
    ['a JSON Web Token', `${made('eyJ', 20)}.${made('eyJ', 20)}.${made('', 30)}`, 'JSON Web Token', false],
    ['an Azure storage key', `AccountName=a;AccountKey=${made('', 86)}==`, 'Azure storage key', true],
    ['a database address', 'postgres://orders:k7Qm92xLwpZ4@db.example.net/orders', 'URL with a password', false],
    [
      'a connection string',
      'Server=db.example.net;User Id=orders;Password=k7Qm92xLwpZ4;',
      'connection string with a password',
      false,
    ],
  ])('%s is found', (_, text, name, live) => {
    expect(credentialIn(text)).toMatchObject({ name, live });
  });

  test.each([
    ['nothing', ''],
    ['a scheme', 'Bearer authentication-of-callers-is-required'],
    ['a header that is filled in', 'Bearer ${token}'],
    ['a sentence', 'Set the token in the console.'],
    ['the access key of the AWS documentation', 'AKIAIOSFODNN7EXAMPLE'],
    ['a GitHub token of x', `ghp_${'x'.repeat(36)}`],
    ['a test key of Stripe', made('sk_test_', 24)],
    ['an address without a password', 'postgres://db.example.net/orders'],
    ['an address whose password is filled in later', 'postgres://orders:${PASSWORD}@db.example.net/orders'],
    ['a local database', 'postgres://postgres:postgres@localhost:5432/orders'],
    [
      'the key of the storage emulator',
      `AccountKey=${'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw'}==`,
    ],
    ['a certificate', '-----BEGIN CERTIFICATE-----\nMIIDdz'],
    ['a key block that shows its form', `-----BEGIN PRIVATE ${'KEY'}-----\\n...\\n-----END PRIVATE ${'KEY'}-----\\n`],
    ['a webhook of Discord that is filled in', 'https://discord.com/api/webhooks/1307026207325552781/your-token'],
    ['a time and a word', '1878021466:AAone'],
  ])('%s is none', (_, text) => {
    expect(credentialIn(text)).toBeUndefined();
  });

  test('its place is told', () => {
    const token = made('ghp_', 36);
    const found = credentialIn(`token: ${token}`);
    expect(found).toMatchObject({ start: 7, end: 7 + token.length });
  });

  test.each([
    ['beginnings of web tokens', 'eyJaaaaaaaaaa'],
    ['beginnings of addresses', 'a://b:'],
    ['beginnings of connection strings', 'Server=a;'],
    ['one letter', 'a'],
    ['colons', '://:'],
  ])('a long text of %s holds no credential, and is read to its end', (_, piece) => {
    expect(credentialIn(piece.repeat(200_000))).toBeUndefined();
  });
});

describe('names', () => {
  test.each([
    'DATABASE_PASSWORD',
    'DB_PASS',
    'dbPassword',
    'MYSQLPASSWORD',
    'API_KEY',
    'apiKey',
    'STRIPE_SECRET',
    'GITHUB_TOKEN',
    'PRIVATE_KEY',
    'AWS_SECRET_ACCESS_KEY',
    'CONNECTION_STRING',
    'MasterUserPassword',
    'DbPassword1',
    'API_TOKEN_02',
  ])('%s is the name of a secret', (name) => expect(isSecretName(name)).toBe(true));

  test.each([
    'PAYMENT_SECRET_ARN',
    'PAYMENT_SECRET_NAME',
    'TOKEN_URL',
    'TokenUrl2',
    'SECRET_NAME_1',
    'TOKEN_TTL',
    'SESSION_TOKEN_TABLE',
    'PASSWORD_MIN_LENGTH',
    'PUBLIC_KEY',
    'BYPASS_CACHE',
    'COMPASS_REGION',
    'ServiceToken',
    'SecretStringTemplate',
    'StaticAssetRebuildToken',
    'IDEMPOTENCY_TOKEN',
    'ClientRequestToken',
    'NEXT_PAGE_TOKEN',
    'ALGOLIA_SEARCH_API_KEY',
    'TABLE_NAME',
    '',
  ])('%s is not', (name) => expect(isSecretName(name)).toBe(false));
});

describe('texts under the name of a secret', () => {
  test.each([
    'k7Qm-92xLw!pZ4',
    'correcthorse42battery',
    'qmzt kvxo jwpe hrnd',
    'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzq1w2e',
  ])('%s is a secret', (text) => expect(isSecretText(text)).toBe(true));

  test.each([
    ['too short', 'a1b2c3'],
    ['not random', 'aaaabbbb'],
    ['to be filled in', 'changeme-now'],
    ['a reference', '${ssm:/orders/password}'],
    ['an ARN', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders'],
    ['an address', 'https://login.example.org/token'],
    ['a parameter path', '/orders/prod/password'],
    ['a name of a secret', 'orders/prod/password'],
    ['words with separators', 'orders-db-password'],
    ['words in capitals with separators', 'ORDERS-DB-CONNECTION-STRING'],
    ['words that begin with capitals', 'Orders-Connection-String'],
    ['a path of short words', 'my-app/prod/secrets'],
    ['a secret that RDS keeps', 'rds!cluster-4f1d22a7'],
    ['the address of a contract', '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2'],
    ['a connection that signs in without a password', 'Server=db.internal;Database=orders;Integrated Security=true'],
    ['the name of a header', 'Authorization'],
    ['prose', 'The password of the database'],
    ['an attribute', 'SecretFunction.Arn'],
    ['what KMS encrypted', made('AQICAH', 180)],
  ])('%s is none', (_, text) => expect(isSecretText(text)).toBe(false));

  test('entropy counts bits a character', () => {
    expect(entropyOf('')).toBe(0);
    expect(entropyOf('aaaa')).toBe(0);
    expect(entropyOf('abcd')).toBe(2);
  });
});

describe('the noun of a name and the value decide together', () => {
  test.each([
    ['RESET_PASSWORD_ROUTE', '/v2/reset-password'],
    ['RESET_PASSWORD_PAGE', '/v2/reset/password'],
    ['TracingParamPassThrough', 'PassThrough'],
    ['ApiKeySelectionExpression', '$request.header.x-api-key'],
    ['api_key', 'Api.RouteSelectionExpression'],
    ['passwordAuth', 'Disabled'],
    ['DB_PASSWORD', 'Disabled'],
    ['encryptionKeySource', 'Microsoft.KeyVault'],
    ['encryptionKey', '5f0c9a4e-1d2b-4c3d-8e9f-0a1b2c3d4e5f'.replace('5f0c9a4e', 'alias/orders')],
    ['SECRET', 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:orders'],
    ['DB_PASSWORD', 'prod/orders/db1/password'],
    ['DB_SECRET', 'prod-orders-db1-secret'],
    ['STRIPE_TOKEN', 'stripeApiToken'],
    ['SERVICE_SECRET', 'secretsmanager:orders'],
    ['JWT_PUBLIC_KEY', `MIIBIjAN${made('', 40)}`],
    ['SIGNING_KEY', `MIIBIjAN${made('', 40)}`],
    ['NEXT_PUBLIC_API_KEY', made('', 24)],
    ['API_KEY', '2024-11-26'],
    ['TOKEN', '12.10.31-beta4'],
    ['password', "@{parameters('password')}"],
    ['password', "@parameters('sqlPassword')"],
    ['CREDENTIALS', 'config/service-account.json'],
    ['TOKEN_BUCKET_DOCUMENTATION', 'orders-production-7'],
    ['RESET_PASSWORD_LAMBDA', 'orders-reset-password-production'],
    ['PASSWORD_HASH', made('', 40)],
    ['TOKEN', '86400123'],
    ['AUTH_TOKEN', '@shop/auth-token'],
    ['API_KEY', 'configured'],
  ])('%s is none with %s', (name, text) => expect(isSecret(name, text)).toBe(false));

  test.each([
    ['DB_PASSWORD', 'k7Qm92xLwpZ4'],
    ['REFRESH_TOKEN', made('', 40)],
    ['CONNECTION_STRING', 'Server=db.internal;Database=orders;User Id=app;Password=Winter2026!x'],
    ['WALLET_PRIVATE_KEY', '0x4c0883a69102937d6231471b5dbb6204fe512961708279feb1be6ae5538da033'],
    ['dbPasswordProd', 'Aa12345678'],
    ['administrator_login_password', 'AdminPassword123!'],
    ['adminPassword', 'HardcodedPassword'],
    ['adminPassword', 'Admin-Passw0rd-7'],
    ['SECRET_KEY_BASE', made('', 32)],
    ['TOKEN_GITHUB', made('', 40)],
    ['API_KEY_STRIPE', made('', 24)],
    ['SECRET', `/${made('', 39)}`],
    ['SESSION_SECRET', 'Winter2026!x'],
    ['AWS_SECRET_ACCESS_KEY', made('', 40)],
  ])('%s is one with %s', (name, text) => expect(isSecret(name, text)).toBe(true));
});
