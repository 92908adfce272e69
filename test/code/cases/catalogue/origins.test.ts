import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../../../src/languages/python/parse.js';
import { registered, toldIn, toldInFile, toldInPython } from '../../../support/told.js';

beforeAll(preparePython);

const answer = (origin: string, credentials: string) =>
  `return { statusCode: 200, headers: { 'Access-Control-Allow-Origin': ${origin}${credentials} }, body: '' }`;
const allowed = `, 'Access-Control-Allow-Credentials': true`;
const sites = `const sites = ['https://a.example.com'];`;

test.each([
  ['the origin that asks', '', answer('event.headers.origin', allowed), 'origin reflected'],
  ['either spelling', '', answer('event.headers.origin ?? event.headers.Origin', allowed), 'origin reflected'],
  ['a star where none asks', '', answer(`event.headers.origin || '*'`, allowed), 'origin reflected'],
  ['inside a text', '', answer('`${event.headers.origin}`', allowed), 'origin reflected'],
  [
    'credentials as a text',
    '',
    answer('event.headers.origin', `, 'access-control-allow-credentials': 'true'`),
    'origin reflected',
  ],
  [
    'headers that are made before',
    '',
    `const headers = {}; headers['Access-Control-Allow-Origin'] = event.headers.origin;
     headers['Access-Control-Allow-Credentials'] = 'true'; return { statusCode: 200, headers, body: '' }`,
    'origin reflected',
  ],
  [
    'a function of the project',
    'const answer = ({ headers }) => ({ "Access-Control-Allow-Origin": headers.origin, "Access-Control-Allow-Credentials": true });',
    `return { statusCode: 200, headers: answer(event), body: '' }`,
    'origin reflected',
  ],
  ['without credentials', '', answer('event.headers.origin', ''), ''],
  ['credentials that are off', '', answer('event.headers.origin', `, 'Access-Control-Allow-Credentials': 'false'`), ''],
  ['a star', '', answer(`'*'`, allowed), ''],
  ['a variable', '', answer('process.env.SITE', allowed), ''],
  ['another header', '', answer('event.headers.host', allowed), ''],
  [
    'one of a list',
    sites,
    answer('sites.includes(event.headers.origin) ? event.headers.origin : sites[0]', allowed),
    '',
  ],
  [
    'found in a list',
    sites,
    answer('sites.find((one) => one === event.headers.origin) ? event.headers.origin : sites[0]', allowed),
    '',
  ],
  [
    'with an ending',
    '',
    `const { origin } = event.headers; if (!origin.endsWith('.example.com')) return { statusCode: 403 }; ${answer('origin', allowed)}`,
    '',
  ],
  [
    'a pattern that is no narrow one',
    '',
    `const { origin } = event.headers; if (!/example\\.com$/.test(origin)) return { statusCode: 403 }; ${answer('origin', allowed)}`,
    '',
  ],
  [
    'a check of another file',
    `import { isOurs } from './sites.js';`,
    `const { origin } = event.headers; if (!isOurs(origin)) return { statusCode: 403 }; ${answer('origin', allowed)}`,
    '',
  ],
  ['a part of an address', '', answer('`https://${event.headers.origin}.example.com`', allowed), ''],
])('headers of a handler: %s', (_, imports, body, told) => expect(toldIn(imports, body, told)).toBe(told));

const express = (line: string) => `import express from 'express'; import cors from 'cors';
const app = express();
${line}
app.get('/account', (req, res) => res.json({}));
export const handler = app;`;

test.each([
  ['true', 'app.use(cors({ origin: true, credentials: true }));', 'origin library'],
  [
    'options of their own',
    'const options = { origin: true, credentials: true };\napp.use(cors(options));',
    'origin library',
  ],
  [
    'a function that agrees',
    'app.use(cors({ origin: (origin, callback) => callback(null, true), credentials: true }));',
    'origin library',
  ],
  [
    'a function that looks',
    'app.use(cors({ origin: (origin, callback) => callback(null, origin === process.env.SITE), credentials: true }));',
    '',
  ],
  ['true without credentials', 'app.use(cors({ origin: true }));', ''],
  ['a star with credentials', `app.use(cors({ origin: '*', credentials: true }));`, ''],
  ['a list', `app.use(cors({ origin: ['https://a.example.com'], credentials: true }));`, ''],
  ['a variable', 'app.use(cors({ origin: process.env.SITE, credentials: true }));', ''],
  ['a variable or all', 'app.use(cors({ origin: process.env.SITE ?? true, credentials: true }));', ''],
  [
    'what others say',
    `import { options } from 'options'; app.use(cors({ ...options, origin: true, credentials: true }));`,
    '',
  ],
  [
    'headers',
    `app.use((req, res, next) => { res.header('Access-Control-Allow-Origin', req.headers.origin); res.header('Access-Control-Allow-Credentials', 'true'); next(); });`,
    'origin reflected',
  ],
  [
    'headers by name',
    `app.use((req, res, next) => { res.set('Access-Control-Allow-Origin', req.get('Origin')); res.set('Access-Control-Allow-Credentials', 'true'); next(); });`,
    'origin reflected',
  ],
  [
    'headers at once',
    `app.use((req, res, next) => { res.set({ 'Access-Control-Allow-Origin': req.headers.origin, 'Access-Control-Allow-Credentials': 'true' }); next(); });`,
    'origin reflected',
  ],
  [
    'headers without credentials',
    `app.use((req, res, next) => { res.header('Access-Control-Allow-Origin', req.headers.origin); next(); });`,
    '',
  ],
])('Express: %s', (_, line, told) =>
  expect(toldInFile('handler.ts', express(line), { told, handler: registered })).toBe(told),
);

test.each([
  [
    'fastify',
    `import fastify from 'fastify'; import cors from '@fastify/cors'; const app = fastify(); app.register(cors, { origin: true, credentials: true });`,
    'origin library',
  ],
  [
    'fastify, a list',
    `import fastify from 'fastify'; import cors from '@fastify/cors'; const app = fastify(); app.register(cors, { origin: ['https://a.example.com'], credentials: true });`,
    '',
  ],
  [
    'koa',
    `import Koa from 'koa'; import cors from '@koa/cors'; const app = new Koa(); app.use(cors({ credentials: true }));`,
    'origin library',
  ],
  [
    'koa, one site',
    `import Koa from 'koa'; import cors from '@koa/cors'; const app = new Koa(); app.use(cors({ origin: 'https://a.example.com', credentials: true }));`,
    '',
  ],
  [
    'middy',
    `import middy from '@middy/core'; import cors from '@middy/http-cors'; export const other = middy(async () => ({})).use(cors({ origin: '*', credentials: true }));`,
    'origin library',
  ],
  [
    'middy, one of its own',
    `import middy from '@middy/core'; import cors from '@middy/http-cors'; export const other = middy(async () => ({})).use(cors({ origin: 'https://a.example.com', credentials: true }));`,
    '',
  ],
  [
    'hono',
    `import { Hono } from 'hono'; import { cors } from 'hono/cors'; const app = new Hono(); app.use('*', cors({ origin: (origin) => origin, credentials: true }));`,
    'origin library',
  ],
  [
    'hono, a star',
    `import { Hono } from 'hono'; import { cors } from 'hono/cors'; const app = new Hono(); app.use('*', cors({ origin: '*', credentials: true }));`,
    '',
  ],
  [
    'nest',
    `import { NestFactory } from '@nestjs/core'; import { Module } from './module.js'; const app = await NestFactory.create(Module); app.enableCors({ origin: true, credentials: true });`,
    'origin library',
  ],
])('libraries: %s', (_, imports, told) => expect(toldIn(imports, 'return {}', told)).toBe(told));

test.each([
  [
    'headers',
    '',
    'return {"statusCode": 200, "headers": {"Access-Control-Allow-Origin": event["headers"]["origin"], "Access-Control-Allow-Credentials": "true"}}',
    'origin reflected',
  ],
  [
    'headers by get',
    '',
    'return {"statusCode": 200, "headers": {"Access-Control-Allow-Origin": event["headers"].get("origin"), "Access-Control-Allow-Credentials": True}}',
    'origin reflected',
  ],
  [
    'headers, one of a list',
    'sites = ["https://a.example.com"]',
    'origin = event["headers"]["origin"]\nif origin not in sites:\n    origin = sites[0]\nreturn {"statusCode": 200, "headers": {"Access-Control-Allow-Origin": origin, "Access-Control-Allow-Credentials": True}}',
    '',
  ],
  [
    'fastapi',
    'from fastapi import FastAPI\nfrom fastapi.middleware.cors import CORSMiddleware\napp = FastAPI()\napp.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)',
    'pass',
    'origin library',
  ],
  [
    'fastapi, a list by name',
    'from fastapi import FastAPI\nfrom fastapi.middleware.cors import CORSMiddleware\norigins = ["*"]\napp = FastAPI()\napp.add_middleware(CORSMiddleware, allow_origins=origins, allow_credentials=True)',
    'pass',
    'origin library',
  ],
  [
    'fastapi without credentials',
    'from fastapi import FastAPI\nfrom fastapi.middleware.cors import CORSMiddleware\napp = FastAPI()\napp.add_middleware(CORSMiddleware, allow_origins=["*"])',
    'pass',
    '',
  ],
  [
    'fastapi, one site',
    'from fastapi import FastAPI\nfrom fastapi.middleware.cors import CORSMiddleware\napp = FastAPI()\napp.add_middleware(CORSMiddleware, allow_origins=["https://a.example.com"], allow_credentials=True)',
    'pass',
    '',
  ],
  [
    'flask',
    'from flask import Flask\nfrom flask_cors import CORS\napp = Flask(__name__)\nCORS(app, supports_credentials=True)',
    'pass',
    'origin library',
  ],
  [
    'flask, for each path',
    'from flask import Flask\nfrom flask_cors import CORS\napp = Flask(__name__)\nCORS(app, resources={r"/api/*": {"origins": "*"}}, supports_credentials=True)',
    'pass',
    'origin library',
  ],
  [
    'flask, one site',
    'from flask import Flask\nfrom flask_cors import CORS\napp = Flask(__name__)\nCORS(app, resources={r"/api/*": {"origins": "https://a.example.com"}}, supports_credentials=True)',
    'pass',
    '',
  ],
  [
    'flask, sites of a variable',
    'import os\nfrom flask import Flask\nfrom flask_cors import CORS\napp = Flask(__name__)\nCORS(app, origins=os.environ["SITES"].split(","), supports_credentials=True)',
    'pass',
    '',
  ],
  [
    'flask, options of others',
    'from flask import Flask\nfrom flask_cors import CORS\nfrom options import options\napp = Flask(__name__)\nCORS(app, supports_credentials=True, **options)',
    'pass',
    '',
  ],
  [
    'flask without credentials',
    'from flask import Flask\nfrom flask_cors import CORS\napp = Flask(__name__)\nCORS(app)',
    'pass',
    '',
  ],
])('Python: %s', (_, imports, body, told) => expect(toldInPython(imports, body, told)).toBe(told));

const flask = (lines: string) => `from flask import Flask, make_response, request
app = Flask(__name__)

@app.route("/account")
def account():
    response = make_response("{}")
${lines
  .split('\n')
  .map((line) => `    ${line}`)
  .join('\n')}
    return response
`;
const asking = 'response.headers["Access-Control-Allow-Origin"] = request.headers.get("Origin")';
const credentials = 'response.headers["Access-Control-Allow-Credentials"] = "true"';

test.each([
  ['the site that asks', `${asking}\n${credentials}`, 'origin reflected'],
  [
    'by a method',
    `response.headers.add("Access-Control-Allow-Origin", request.headers.get("Origin"))\n${credentials}`,
    'origin reflected',
  ],
  ['without credentials', asking, ''],
  ['a site of the program', `response.headers["Access-Control-Allow-Origin"] = SITE\n${credentials}`, ''],
  ['one of a list', `if request.headers.get("Origin") in SITES:\n    ${asking}\n${credentials}`, ''],
])('Flask: %s', (_, lines, told) =>
  expect(toldInFile('handler.py', flask(lines), { told, handler: registered })).toBe(told),
);
