import { expect, test } from '@jest/globals';
import { isPlaceholder } from '../../../src/facts/secrets/placeholders.js';

test.each([
  'changeme',
  'CHANGE_ME',
  'your-token-here',
  'xxxxxxxx',
  '<token>',
  '${TOKEN}',
  '{{ token }}',
  '%TOKEN%',
  '$TOKEN',
  '__TOKEN__',
  '@API_TOKEN@',
  'example-token',
  'dummy',
  'test-token-1',
  '********',
  '1234567890',
  'abcdefghijklmnop',
  'aaaaaaaaaaaa',
  'cambia-esta-clave-por-una-muy-segura',
  'mi-clave-super-secreta-32-chars!!',
  'SEU_DB_PASSWORD',
  'votre_mot_de_passe',
  'YourPassword',
  '"[SENSITIVE]"',
  'sua-chave-9',
  'ВАШ_ПАРОЛЬ',
  '请填写密钥-2024',
])('%s holds the place of a value', (text) => expect(isPlaceholder(text)).toBe(true));

test.each(['k7Qm-92xLw!pZ4', 'Tu7-k2mi9su-Qx4', 'Claver1dge-88x', 'latestGreatest9', 'hunter2hunter', 'P@ssw0rd!'])(
  '%s is a value',
  (text) => expect(isPlaceholder(text)).toBe(false),
);
