import { expect, test } from '@jest/globals';
import type { Handler } from '../../../src/code/handler.js';
import { dangersInFile } from '../../support/dangers.js';

const run = `import { execSync } from 'node:child_process';\n`;

type Row = readonly [what: string, text: string, dangers: string, handler: Partial<Handler>];
const registered: Partial<Handler> = { exported: undefined, calls: 'message', answers: false };

const rows: readonly Row[] = [
  [
    'Express behind serverless-http',
    `${run}import express from 'express'; import serverless from 'serverless-http'; const app = express(); app.get('/', (req, res) => { execSync(req.query.q); res.json({}); }); export const handler = serverless(app);`,
    'command',
    {},
  ],
  [
    'Express behind serverless-express',
    `${run}import express from 'express'; import serverlessExpress from '@codegenie/serverless-express'; const app = express(); const router = express.Router(); router.post('/:id', (req, res) => { execSync(req.params.id); }); app.use('/a', router); export const handler = serverlessExpress({ app });`,
    'command',
    {},
  ],
  [
    'a page of Express',
    `import express from 'express'; import serverless from 'serverless-http'; const app = express(); app.get('/', (req, res) => { res.send('<b>' + req.query.q + '</b>'); }); export const handler = serverless(app);`,
    'html',
    {},
  ],
  [
    'JSON of Express',
    `import express from 'express'; import serverless from 'serverless-http'; const app = express(); app.get('/', (req, res) => { res.json({ q: req.query.q }); }); export const handler = serverless(app);`,
    '',
    {},
  ],
  [
    'Fastify behind its adapter',
    `${run}import Fastify from 'fastify'; import awsLambdaFastify from '@fastify/aws-lambda'; const app = Fastify(); app.post('/', async (request) => { execSync(request.body.q); }); export const handler = awsLambdaFastify(app);`,
    'command',
    {},
  ],
  [
    'Hono',
    `${run}import { Hono } from 'hono'; import { handle } from 'hono/aws-lambda'; const app = new Hono(); app.get('/', (c) => { execSync(c.req.query('q')); return c.text('ok'); }); export const handler = handle(app);`,
    'command',
    {},
  ],
  [
    'Koa',
    `${run}import Koa from 'koa'; import Router from '@koa/router'; import serverless from 'serverless-http'; const app = new Koa(); const router = new Router(); router.get('/', (ctx) => { execSync(ctx.query.q); }); app.use(router.routes()); export const handler = serverless(app);`,
    'command',
    {},
  ],
  [
    'a controller of Nest',
    `${run}import { NestFactory } from '@nestjs/core'; import { Controller, Get, Post, Body, Param, Module, Injectable, ParseIntPipe } from '@nestjs/common'; import { ExpressAdapter } from '@nestjs/platform-express'; import serverlessExpress from '@codegenie/serverless-express';
     @Injectable() class Runner { run(text: string) { execSync(text); } }
     @Controller('jobs') class Jobs { constructor(private readonly runner: Runner) {} @Get(':id') one(@Param('id', ParseIntPipe) id: number) { execSync('x ' + id); } @Post() make(@Body('name') name: string) { this.runner.run(name); } }
     @Module({ controllers: [Jobs], providers: [Runner] }) class App {}
     let server; async function bootstrap() { const app = await NestFactory.create(App); await app.init(); return serverlessExpress({ app: app.getHttpAdapter().getInstance() }); }
     export const handler = async (event, context) => { server = server ?? (await bootstrap()); return server(event, context); };`,
    'command',
    {},
  ],
  [
    'a number of a controller of Nest',
    `${run}import { Controller, Get, Param, Module, ParseIntPipe } from '@nestjs/common'; import { NestFactory } from '@nestjs/core';
     @Controller('jobs') class Jobs { @Get(':id') one(@Param('id', ParseIntPipe) id: number) { execSync('x ' + id); } }
     @Module({ controllers: [Jobs] }) class App {}
     export const handler = async () => { await NestFactory.create(App); };`,
    '',
    {},
  ],
  [
    'a controller of inversify',
    `${run}import { controller, httpGet, queryParam } from 'inversify-express-utils';
     @controller('/jobs') class Jobs { @httpGet('/') list(@queryParam('start') start: string) { execSync(start); } }
     export const handler = async () => {};`,
    'command',
    {},
  ],
  [
    'a message of Nest',
    `${run}import { Controller } from '@nestjs/common'; import { MessagePattern, Payload } from '@nestjs/microservices';
     @Controller() class Jobs { @MessagePattern('run') take(@Payload() data: { name: string }) { execSync(data.name); } }
     export const handler = async () => {};`,
    'command',
    {},
  ],
  [
    'the router of middy',
    `${run}import httpRouterHandler from '@middy/http-router'; import middy from '@middy/core'; const routes = [{ method: 'GET', path: '/a', handler: async (event) => { execSync(event.queryStringParameters.q); } }, { method: 'GET', path: '/b', handler: async () => ({}) }]; export const handler = middy().handler(httpRouterHandler(routes));`,
    'command',
    {},
  ],
  [
    'Claudia',
    `${run}const ApiBuilder = require('claudia-api-builder'); const api = new ApiBuilder(); module.exports = api; api.get('/a', (request) => { execSync(request.queryString.q); });`,
    'command',
    { exported: 'proxyRouter' },
  ],
  [
    'itty-router',
    `${run}import { Router } from 'itty-router'; const router = Router(); router.post('/a', async (request) => { const body = await request.json(); execSync(body.q); }); export const handler = (event) => router.fetch(event);`,
    'command',
    {},
  ],
  [
    'OpenAPI Backend',
    `${run}import OpenAPIBackend from 'openapi-backend'; const api = new OpenAPIBackend({ definition: './api.yml' }); api.register('make', async (c) => { execSync(c.request.body.q); }); export const handler = (event) => api.handleRequest(event);`,
    'command',
    {},
  ],
  [
    'a resolver of GraphQL',
    `${run}import { ApolloServer } from '@apollo/server'; import { startServerAndCreateLambdaHandler } from '@as-integrations/aws-lambda'; const resolvers = { Query: { run: (parent, args) => execSync(args.q) } }; const server = new ApolloServer({ typeDefs: '', resolvers }); export const handler = startServerAndCreateLambdaHandler(server, {});`,
    'command',
    {},
  ],
  [
    'the router of middy',
    `${run}import httpRouterHandler from '@middy/http-router'; import middy from '@middy/core'; const routes = [{ method: 'GET', path: '/a', handler: async (event) => { execSync(event.queryStringParameters.q); } }, { method: 'GET', path: '/b', handler: async () => ({}) }]; export const handler = middy().handler(httpRouterHandler(routes));`,
    'command',
    {},
  ],
  [
    'Claudia',
    `${run}const ApiBuilder = require('claudia-api-builder'); const api = new ApiBuilder(); module.exports = api; api.get('/a', (request) => { execSync(request.queryString.q); });`,
    'command',
    { exported: 'proxyRouter' },
  ],
  [
    'itty-router',
    `${run}import { Router } from 'itty-router'; const router = Router(); router.post('/a', async (request) => { const body = await request.json(); execSync(body.q); }); export const handler = (event) => router.fetch(event);`,
    'command',
    {},
  ],
  [
    'OpenAPI Backend',
    `${run}import OpenAPIBackend from 'openapi-backend'; const api = new OpenAPIBackend({ definition: './api.yml' }); api.register('make', async (c) => { execSync(c.request.body.q); }); export const handler = (event) => api.handleRequest(event);`,
    'command',
    {},
  ],
  [
    'a resolver of GraphQL',
    `${run}import { ApolloServer } from '@apollo/server'; import { startServerAndCreateLambdaHandler } from '@as-integrations/aws-lambda'; const resolvers = { Query: { run: (parent, args) => execSync(args.q) } }; const server = new ApolloServer({ typeDefs: '', resolvers }); export const handler = startServerAndCreateLambdaHandler(server, {});`,
    'command',
    {},
  ],
  [
    'what a container makes',
    `${run}import 'reflect-metadata'; import { container, injectable } from 'tsyringe';
     @injectable() class Runner { run(text: string) { execSync(text); } }
     @injectable() class Jobs { constructor(private runner: Runner) {} take(text: string) { this.runner.run(text); } }
     export const handler = async (event) => { container.resolve(Jobs).take(event.body); };`,
    'command',
    {},
  ],
  [
    'lambda-api',
    `${run}import createAPI from 'lambda-api'; const api = createAPI(); api.get('/', (req, res) => { execSync(req.query.q); }); export const handler = async (event, context) => api.run(event, context);`,
    'command',
    {},
  ],
  [
    'a tool of an MCP server',
    `${run}import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'; const server = new McpServer({ name: 'shop' }); server.tool('look', {}, async ({ name }) => { execSync('ls ' + name); return {}; }); export const handler = async (event) => server.connect(event);`,
    'command',
    {},
  ],
  [
    'a tool that is registered',
    `${run}import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'; const server = new McpServer({ name: 'shop' }); server.registerTool('look', {}, async (input) => { execSync('ls ' + input.name); return {}; }); export const handler = async (event) => server.connect(event);`,
    'command',
    {},
  ],
  [
    'functions of Azure, version 4',
    `${run}import { app } from '@azure/functions'; app.http('a', { handler: async (request) => { execSync(await request.text()); } });`,
    'command',
    registered,
  ],
  [
    'queues of Azure, version 4',
    `${run}import { app } from '@azure/functions'; app.storageQueue('a', { queueName: 'q', handler: async (message) => { execSync(message.name); } });`,
    'command',
    registered,
  ],
  [
    'functions of Azure, version 3',
    `${run}module.exports = async function (context, req) { execSync(req.query.q); context.res = { body: 'ok' }; };`,
    'command',
    { exported: '*', calls: 'context and request' },
  ],
  [
    'a page of Azure',
    `module.exports = async function (context, req) { context.res = { headers: { 'Content-Type': 'text/html' }, body: '<b>' + req.query.q + '</b>' }; };`,
    'html',
    { exported: '*', calls: 'context and request' },
  ],
  [
    'the functions framework',
    `${run}const functions = require('@google-cloud/functions-framework'); functions.http('a', (req, res) => { execSync(req.body.q); res.send('ok'); });`,
    'command',
    registered,
  ],
  [
    'an event of the functions framework',
    `${run}const functions = require('@google-cloud/functions-framework'); functions.cloudEvent('a', (event) => { execSync(event.data.name); });`,
    'command',
    registered,
  ],
  [
    'Firebase',
    `${run}import { onRequest } from 'firebase-functions/v2/https'; export const a = onRequest((req, res) => { execSync(req.query.q); });`,
    'command',
    registered,
  ],
  [
    'a call of Firebase',
    `${run}import { onCall } from 'firebase-functions/v2/https'; export const a = onCall((request) => { execSync(request.data.q); });`,
    'command',
    registered,
  ],
  [
    'middy with a parser of bodies',
    `${run}import middy from '@middy/core'; import json from '@middy/http-json-body-parser'; export const handler = middy(async (event) => { execSync(event.body.q); }).use(json());`,
    'command',
    {},
  ],
  [
    'a wrapper of the project',
    `${run}const wrapped = (fn) => async (event) => { try { return await fn(event); } catch { return { statusCode: 500 }; } }; export const handler = wrapped(async (event) => { execSync(event.body); });`,
    'command',
    {},
  ],
  [
    'a class with its dependency',
    `${run}class Runner { run(text) { execSync(text); } } class Handler { constructor(runner) { this.runner = runner; } handle(event) { this.runner.run(event.body); } } const one = new Handler(new Runner()); export const handler = (event) => one.handle(event);`,
    'command',
    {},
  ],
  [
    'a bound method',
    `${run}class Handler { async handle(event) { execSync(event.body); } } const one = new Handler(); export const handler = one.handle.bind(one);`,
    'command',
    {},
  ],
  [
    'a promise',
    `${run}export const handler = (event) => Promise.resolve(event.body).then((text) => execSync(text));`,
    'command',
    {},
  ],
  [
    'a generator',
    `${run}function* lines(event) { for (const record of event.Records) yield record.body; } export const handler = async (event) => { for (const line of lines(event)) execSync(line); };`,
    'command',
    {},
  ],
  [
    'a table of handlers',
    `${run}const routes = { run: (event) => execSync(event.body), none: () => 1 }; export const handler = async (event) => routes[event.rawPath](event);`,
    'command',
    {},
  ],
  [
    'destructured far',
    `${run}export const handler = async ({ queryStringParameters: { q = 'a' } = {} }) => execSync(q);`,
    'command',
    {},
  ],
  [
    'through an object',
    `${run}export const handler = async (event) => { const options = { name: event.body }; const more = { ...options, a: 1 }; execSync(more.name); };`,
    'command',
    {},
  ],
  [
    'another field of the object',
    `${run}export const handler = async (event) => { const options = { name: event.body, safe: 'ls' }; execSync(options.safe); };`,
    '',
    {},
  ],
  [
    'a list that grows',
    `${run}export const handler = async (event) => { const parts = ['ls']; parts.push(event.body); execSync(parts.join(' ')); };`,
    'command',
    {},
  ],
];

test.each(rows)('%s', (_, text, dangers, handler) => {
  expect(dangersInFile(text, handler)).toBe(dangers);
});
