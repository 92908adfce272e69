import { expect, test } from '@jest/globals';
import { unverifiedOption } from '../../src/model/database-address.js';

test.each<[string, string | undefined]>([
  ['postgres://db.example/shop?sslmode=disable', 'sslmode=disable'],
  ['postgresql+psycopg2://u@db.example/shop?a=1&sslmode=prefer', 'sslmode=prefer'],
  ['postgres://db.example/shop?sslmode=verify-full', undefined],
  ['postgres://db.example/shop?tls=false', undefined],
  ['mongodb+srv://db.example/shop?tlsAllowInvalidCertificates=true', 'tlsAllowInvalidCertificates=true'],
  ['mongodb://db.example/shop?ssl=false', 'ssl=false'],
  ['mongodb://db.example/shop?sslmode=disable', undefined],
  ['postgres://u:p@localhost:5432/shop?sslmode=disable', undefined],
  ['https://db.example/?sslmode=disable', undefined],
])('%s', (address, option) => {
  expect(unverifiedOption(address)?.option).toBe(option);
});
