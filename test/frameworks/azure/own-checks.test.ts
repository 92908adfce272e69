import { expect, test } from '@jest/globals';
import { checksCallers } from '../../../src/frameworks/azure/functions/own-checks.js';

test.each([
  ['a guard around the handler', "handler: requireAdmin(['owner'])(list)", true],
  ['a call that demands a caller', 'authRequired(principal);', true],
  ['the header of a token', "const token = request.headers.get('authorization');", true],
  ['what Static Web Apps tell of their callers', 'req.headers["x-ms-client-principal"]', true],
  ['a signature of a webhook', "hmac = crypto.createHmac('sha256', key)", true],
  ['a check in Python', 'claims = validate_token(req)', true],
  ['a module for it', "require('./authorization').handleIfAuthorizedForRoles(run);", true],
  ['an answer to strangers', 'return unauthorized();', true],
  ['a wrapper', 'handler: withAuth(save)', true],
  ['business code about users', 'const users = await getUsers(); const one = getUserById(id);', false],
  ['handing out tokens', 'return { body: getSASToken(file) };', false],
  ['reading who is meant', 'const user = parseUser(await request.text());', false],
  ['a login', 'checkLogin(await request.text());', false],
  ['reading a token without a key', 'const token = extractTokens(text); decodeUser(text);', false],
  ['a demand for a login', 'await requireLogin(request);', true],
  ['a plain handler', 'return { status: 200, jsonBody: await list() };', false],
])('%s', (_, code, expected) => expect(checksCallers(code)).toBe(expected));
