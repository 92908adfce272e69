import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../../../src/languages/python/parse.js';
import { toldInFile } from '../../../support/told.js';

beforeAll(preparePython);

test.each([
  [
    'aws-serverless-express',
    'handler.ts',
    `import { execSync } from 'node:child_process';
import express from 'express';
import awsServerlessExpress from 'aws-serverless-express';
const app = express();
app.get('/', (req, res) => { execSync(req.query.q); res.json({}); });
const server = awsServerlessExpress.createServer(app); export const handler = (event, context) => awsServerlessExpress.proxy(server, event, context);`,
    'command',
  ],
  [
    '@vendia',
    'handler.ts',
    `import { execSync } from 'node:child_process';
import express from 'express';
import serverlessExpress from '@vendia/serverless-express';
const app = express();
app.get('/', (req, res) => { execSync(req.query.q); res.json({}); });
export const handler = serverlessExpress({ app });`,
    'command',
  ],
  [
    '@codegenie configure',
    'handler.ts',
    `import { execSync } from 'node:child_process';
import express from 'express';
import { configure } from '@codegenie/serverless-express';
const app = express();
app.get('/', (req, res) => { execSync(req.query.q); res.json({}); });
export const handler = configure({ app });`,
    'command',
  ],
  [
    'serverless-http object',
    'handler.ts',
    `import { execSync } from 'node:child_process';
import express from 'express';
import serverless from 'serverless-http';
const app = express();
app.get('/', (req, res) => { execSync(req.query.q); res.json({}); });
export const handler = async (event, context) => { const h = serverless(app); return h(event, context); };`,
    'command',
  ],
  [
    'express router modules',
    'handler.ts',
    `import { execSync } from 'node:child_process';
import { Router } from 'express';
const router = Router();
router.route('/a').post(async (req, res) => { execSync(req.body.q); });
export const handler = router;`,
    'command',
  ],
  [
    'express middleware',
    'handler.ts',
    `import { execSync } from 'node:child_process';
import express from 'express';

const app = express();
app.get('/', (req, res) => { execSync(req.query.q); res.json({}); });
app.use('/x', (req, res, next) => { execSync(req.headers.q); next(); }); export const handler = app;`,
    'command',
  ],
  [
    'koa destructured',
    'handler.ts',
    `import { execSync } from 'node:child_process';
import Koa from 'koa'; import Router from '@koa/router'; const app = new Koa(); const router = new Router(); router.post('/', async ({ request }) => { execSync(request.body.q); }); export const handler = app;`,
    'command',
  ],
  [
    'fastify route',
    'handler.ts',
    `import { execSync } from 'node:child_process';
import fastify from 'fastify'; const app = fastify(); app.route({ method: 'GET', url: '/', handler: async (req) => { execSync(req.query.q); } }); export const handler = app;`,
    'command',
  ],
  [
    'fastify plugin',
    'handler.ts',
    `import { execSync } from 'node:child_process';
import fastify from 'fastify'; const app = fastify(); app.register(async (instance) => { instance.get('/', async (req) => { execSync(req.query.q); }); }); export const handler = app;`,
    'command',
  ],
  [
    'hono param',
    'handler.ts',
    `import { execSync } from 'node:child_process';
import { Hono } from 'hono'; import { handle } from 'hono/aws-lambda'; const app = new Hono(); app.post('/:id', async (c) => { const b = await c.req.json(); execSync(b.q + c.req.param('id')); return c.json({}); }); export const handler = handle(app);`,
    'command',
  ],
  [
    'apig-wsgi',
    'handler.py',
    `import os
from apig_wsgi import make_lambda_handler
from flask import Flask, request
app = Flask(__name__)
@app.route("/")
def a():
    os.system(request.args["q"])
    return "ok"
handler = make_lambda_handler(app)
`,
    'command',
  ],
  [
    'serverless_wsgi',
    'handler.py',
    `import os
import serverless_wsgi
from flask import Flask, request
app = Flask(__name__)
@app.route("/")
def a():
    os.system(request.args["q"])
    return "ok"
def handler(event, context):
    return serverless_wsgi.handle_request(app, event, context)
`,
    'command',
  ],
  [
    'awsgi',
    'handler.py',
    `import os
import awsgi
from flask import Flask, request
app = Flask(__name__)
@app.route("/")
def a():
    os.system(request.args["q"])
    return "ok"
def handler(event, context):
    return awsgi.response(app, event, context)
`,
    'command',
  ],
  [
    'mangum starlette',
    'handler.py',
    `import os
from mangum import Mangum
from starlette.applications import Starlette
from starlette.routing import Route
def home(request):
    os.system(request.query_params["q"])
app = Starlette(routes=[Route("/", home)])
handler = Mangum(app)
`,
    'command',
  ],
  [
    'fastapi body model',
    'handler.py',
    `import os
from fastapi import FastAPI, APIRouter
from pydantic import BaseModel
from mangum import Mangum
class Order(BaseModel):
    name: str
router = APIRouter()
@router.post("/")
async def make(order: Order):
    os.system("x " + order.name)
app = FastAPI()
app.include_router(router)
handler = Mangum(app)
`,
    'command',
  ],
  [
    'fastapi int',
    'handler.py',
    `import os
from fastapi import FastAPI
from mangum import Mangum
app = FastAPI()
@app.get("/{id}")
def one(id: int):
    os.system("x " + str(id))
handler = Mangum(app)
`,
    '',
  ],
  [
    'flask int converter',
    'handler.py',
    `import os

from flask import Flask, request
app = Flask(__name__)
@app.route("/")
def a():
    pass
    return "ok"
@app.route("/<int:id>")
def b(id):
    os.system("x " + str(id))
    return "x"
handler = app
`,
    '',
  ],
  [
    'flask blueprint',
    'handler.py',
    `import os
from flask import Blueprint, request
bp = Blueprint("b", __name__)
@bp.post("/")
def a():
    os.system(request.json["q"])
    return "ok"
handler = bp
`,
    'command',
  ],
  [
    'chalice blueprint',
    'handler.py',
    `import os
from chalice import Blueprint
bp = Blueprint(__name__)
@bp.route("/{name}")
def a(name):
    os.system(name)
`,
    'command',
  ],
  [
    'powertools router',
    'handler.py',
    `import os
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver
from aws_lambda_powertools.event_handler.router import Router
router = Router()
@router.get("/<name>")
def a(name):
    os.system(router.current_event.get_query_string_value("q"))
app = APIGatewayHttpResolver()
app.include_router(router)
def handler(event, context):
    return app.resolve(event, context)
`,
    'command',
  ],
  [
    'mcp tool',
    'handler.py',
    `import os
from mcp.server.fastmcp import FastMCP
mcp = FastMCP("x")
@mcp.tool()
def look(name: str):
    os.system(name)
`,
    'command',
  ],
])('%s (%s)', (_, path, text, told) => expect(toldInFile(path, text, { told, handler: {} })).toBe(told));
