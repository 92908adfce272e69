import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Placed } from '../../src/findings/finding.js';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { reviewFiles } from '../support/judging.js';

const head = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Resources:
`;

/** A function with an open URL, whose code stands in `code`. */
const open = (name: string, code: string, rest = '') => `  ${name}:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      CodeUri: src/${code}/
      FunctionUrlConfig:
        AuthType: NONE
${rest}`;

const files = (entries: Readonly<Record<string, string>>) => new Map(Object.entries(entries));
const template = (...functions: readonly string[]) => files({ 'template.yaml': head + functions.join('') });

async function urlsOf(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  const { findings } = await reviewFiles(before, after);
  return findings.filter(({ policy }) => policy === 'function-url-open' || policy === 'authorizer-removed');
}

const status = ({ status, resource }: Placed) => `${status} ${resource}`;

beforeAll(prepareFrameworks);

describe('what was there under another name is existing', () => {
  test.each([
    ['a function renamed', template(open('Orders', 'a')), template(open('Shop', 'a')), ['existing ShopUrl']],
    [
      'two functions renamed and put in another order',
      template(open('Orders', 'a'), open('Cart', 'b')),
      template(open('Basket', 'b'), open('Shop', 'a')),
      ['existing BasketUrl', 'existing ShopUrl'],
    ],
    [
      'a function renamed and given another setting',
      template(open('Orders', 'a')),
      template(open('Shop', 'a', '      Timeout: 20\n')),
      ['existing ShopUrl'],
    ],
    [
      'a function moved to another stack',
      files({
        'a/template.yaml': head + open('Orders', 'o') + open('Cart', 'c'),
        'b/template.yaml': head + open('Users', 'u'),
      }),
      files({
        'a/template.yaml': head + open('Cart', 'c'),
        'b/template.yaml': head + open('Users', 'u') + open('Orders', 'o'),
      }),
      ['existing CartUrl', 'existing UsersUrl', 'existing OrdersUrl'],
    ],
    [
      'a stack in another folder with other names',
      files({ 'a/template.yaml': head + open('Orders', 'o') }),
      files({ 'b/template.yaml': head + open('Shop', 'o') }),
      ['existing ShopUrl'],
    ],
  ])('%s', async (_, before, after, expected) => {
    expect((await urlsOf(before, after)).map(status)).toEqual(expected);
  });
});

describe('what is something else is new', () => {
  test.each([
    [
      'a function in the place of one with other code',
      template(open('Orders', 'a')),
      template(open('Shop', 'b')),
      ['introduced ShopUrl', 'fixed OrdersUrl'],
    ],
    [
      'a copy beside the renamed one',
      template(open('Orders', 'a')),
      template(open('Shop', 'a'), open('Store', 'a')),
      ['existing ShopUrl', 'introduced StoreUrl'],
    ],
    [
      'a copy beside the one that stays',
      template(open('Orders', 'a')),
      template(open('Orders', 'a'), open('Store', 'a')),
      ['existing OrdersUrl', 'introduced StoreUrl'],
    ],
    [
      'an address that a renamed function opens',
      template(open('Orders', 'a').replace('NONE', 'AWS_IAM')),
      template(open('Shop', 'a')),
      ['introduced ShopUrl'],
    ],
  ])('%s', async (_, before, after, expected) => {
    expect((await urlsOf(before, after)).map(status)).toEqual(expected);
  });
});

test('what was renamed keeps its fingerprint and says what it was called', async () => {
  const before = template(open('Orders', 'a'));
  const [first] = await urlsOf(new Map(), before);
  const [renamed] = await urlsOf(before, template(open('Shop', 'a')));
  expect(renamed?.fingerprint).toBe(first?.fingerprint);
  expect(renamed?.formerly).toBe('OrdersUrl');
});
