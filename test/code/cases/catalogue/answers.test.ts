import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../../../src/languages/python/parse.js';
import { registered, toldIn, toldInFile, toldInPython } from '../../../support/told.js';

beforeAll(preparePython);

test.each([
  [
    'html',
    '',
    `return { statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: '<p>' + event.queryStringParameters.q }`,
    'html',
  ],
  [
    'html lower',
    '',
    `return { statusCode: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: \`<p>\${event.queryStringParameters.q}</p>\` }`,
    'html',
  ],
  [
    'json',
    '',
    `return { statusCode: 200, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ q: event.queryStringParameters.q }) }`,
    '',
  ],
  ['location', '', 'return { statusCode: 302, headers: { Location: event.queryStringParameters.q } }', 'redirect'],
  [
    'header',
    '',
    `return { statusCode: 200, headers: { 'Content-Disposition': 'attachment; filename=' + event.queryStringParameters.q }, body: '' }`,
    'header',
  ],
  [
    'header of a header',
    '',
    `return { statusCode: 200, headers: { 'Access-Control-Allow-Origin': event.headers.origin }, body: '' }`,
    '',
  ],
  [
    'header encoded',
    '',
    `return { statusCode: 200, headers: { 'X-Name': encodeURIComponent(event.queryStringParameters.q) }, body: '' }`,
    '',
  ],
  [
    'header without line breaks',
    '',
    String.raw`return { statusCode: 200, headers: { 'X-Name': event.queryStringParameters.q.replace(/[\r\n]+/g, '') }, body: '' }`,
    '',
  ],
  ['location path', '', `return { statusCode: 302, headers: { Location: '/a/' + event.queryStringParameters.q } }`, ''],
  [
    'dangerouslySetInnerHTML',
    `import React from 'react'; import { renderToString } from 'react-dom/server';`,
    `return { statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: renderToString(React.createElement('div', { dangerouslySetInnerHTML: { __html: event.queryStringParameters.q } })) }`,
    'html',
  ],
  [
    'react text',
    `import React from 'react'; import { renderToString } from 'react-dom/server';`,
    `return { statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: renderToString(React.createElement('div', {}, event.queryStringParameters.q)) }`,
    '',
  ],
])('%s', (_, imports, body, told) => expect(toldIn(imports, body, told)).toBe(told));

test.each([
  [
    'lambda html',
    '',
    'return {"statusCode": 200, "headers": {"Content-Type": "text/html"}, "body": "<p>" + event["queryStringParameters"]["q"]}',
    'html',
  ],
  [
    'lambda html escape',
    'import html',
    'return {"statusCode": 200, "headers": {"Content-Type": "text/html"}, "body": "<p>" + html.escape(event["queryStringParameters"]["q"])}',
    '',
  ],
  [
    'lambda header',
    '',
    'return {"statusCode": 200, "headers": {"X-Name": event["queryStringParameters"]["q"]}, "body": ""}',
    'header',
  ],
  [
    'lambda location',
    '',
    'return {"statusCode": 302, "headers": {"Location": event["queryStringParameters"]["q"]}}',
    'redirect',
  ],
])('Python: %s', (_, imports, body, told) => expect(toldInPython(imports, body, told)).toBe(told));

test.each([
  [
    'jsx dangerously',
    'handler.tsx',
    `import React from 'react'; import { renderToString } from 'react-dom/server'; export const handler = async (event) => ({ statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: renderToString(<div dangerouslySetInnerHTML={{ __html: event.queryStringParameters.q }} />) });`,
    'html',
  ],
  [
    'jsx text',
    'handler.tsx',
    `import React from 'react'; import { renderToString } from 'react-dom/server'; export const handler = async (event) => ({ statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: renderToString(<div>{event.queryStringParameters.q}</div>) });`,
    '',
  ],
  [
    'azure v4 html',
    'handler.ts',
    `import { app } from '@azure/functions'; app.http('a', { handler: async (request) => ({ headers: { 'Content-Type': 'text/html' }, body: '<b>' + request.query.get('q') }) });`,
    'html',
  ],
  [
    'azure v4 plain',
    'handler.ts',
    `import { app } from '@azure/functions'; app.http('a', { handler: async (request) => ({ body: 'hi ' + request.query.get('q') }) });`,
    '',
  ],
  [
    'azure v4 json',
    'handler.ts',
    `import { app } from '@azure/functions'; app.http('a', { handler: async (request) => ({ jsonBody: { q: request.query.get('q') } }) });`,
    '',
  ],
  [
    'express type',
    'handler.ts',
    `import express from 'express'; const app = express(); app.get('/', (req, res) => { res.type('html').send('<b>' + req.query.q); });`,
    'html',
  ],
  [
    'express text plain',
    'handler.ts',
    `import express from 'express'; const app = express(); app.get('/', (req, res) => { res.type('text/plain').send('<b>' + req.query.q); });`,
    '',
  ],
  [
    'gcp send',
    'handler.ts',
    `import functions from '@google-cloud/functions-framework'; functions.http('a', (req, res) => { res.send('Hello ' + (req.query.name || 'x')); });`,
    'html',
  ],
  [
    'gcp json',
    'handler.ts',
    `import functions from '@google-cloud/functions-framework'; functions.http('a', (req, res) => { res.json({ a: req.query.name }); });`,
    '',
  ],
  [
    'flask html',
    'handler.py',
    `from flask import Flask, request
app = Flask(__name__)
@app.route('/')
def a():
    return f"<p>{request.args['q']}</p>"
`,
    'html',
  ],
  [
    'flask make_response',
    'handler.py',
    `from flask import Flask, request, make_response
app = Flask(__name__)
@app.route('/')
def a():
    return make_response('<p>' + request.args['q'])
`,
    'html',
  ],
  [
    'flask markup',
    'handler.py',
    `from flask import Flask, request
from markupsafe import Markup
app = Flask(__name__)
@app.route('/')
def a():
    return Markup('<p>' + request.args['q'])
`,
    'html',
  ],
  [
    'flask escape',
    'handler.py',
    `from flask import Flask, request
from markupsafe import escape
app = Flask(__name__)
@app.route('/')
def a():
    return f"<p>{escape(request.args['q'])}</p>"
`,
    '',
  ],
  [
    'flask json',
    'handler.py',
    `from flask import Flask, request, jsonify
app = Flask(__name__)
@app.route('/')
def a():
    return jsonify(q=request.args['q'])
`,
    '',
  ],
  [
    'flask redirect',
    'handler.py',
    `from flask import Flask, request, redirect
app = Flask(__name__)
@app.route('/')
def a():
    return redirect(request.args['q'])
`,
    'redirect',
  ],
  [
    'flask path param',
    'handler.py',
    `from flask import Flask
app = Flask(__name__)
@app.route('/<name>')
def a(name):
    return '<b>' + name + '</b>'
`,
    'html',
  ],
  [
    'fastapi HTMLResponse',
    'handler.py',
    `from fastapi import FastAPI
from fastapi.responses import HTMLResponse
app = FastAPI()
@app.get('/')
def a(name: str):
    return HTMLResponse('<b>' + name + '</b>')
`,
    'html',
  ],
  [
    'fastapi str is json',
    'handler.py',
    `from fastapi import FastAPI
app = FastAPI()
@app.get('/')
def a(name: str):
    return '<b>' + name + '</b>'
`,
    '',
  ],
  [
    'azure python html',
    'handler.py',
    `import azure.functions as func
app = func.FunctionApp()
@app.route(route='a')
def a(req: func.HttpRequest):
    return func.HttpResponse('<b>' + req.params.get('q'), mimetype='text/html')
`,
    'html',
  ],
  [
    'azure python plain',
    'handler.py',
    `import azure.functions as func
app = func.FunctionApp()
@app.route(route='a')
def a(req: func.HttpRequest):
    return func.HttpResponse('<b>' + req.params.get('q'))
`,
    '',
  ],
  [
    'functions framework',
    'handler.py',
    `import functions_framework
@functions_framework.http
def a(request):
    return 'Hello <b>' + request.args.get('name')
`,
    'html',
  ],
  [
    'functions framework escape',
    'handler.py',
    `import functions_framework
from markupsafe import escape
@functions_framework.http
def a(request):
    return 'Hello {}'.format(escape(request.args.get('name')))
`,
    '',
  ],
])('%s (%s)', (_, path, text, told) =>
  expect(toldInFile(path, text, { told, handler: /\.tsx$/.test(path) ? {} : registered })).toBe(told),
);
