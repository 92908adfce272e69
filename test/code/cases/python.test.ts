import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../../src/languages/python/parse.js';
import { pythonDangers, pythonFileDangers } from '../../support/dangers.js';

beforeAll(preparePython);

const q = "event['queryStringParameters']['q']";
const body = "json.loads(event['body'])";

test.each([
  ['eval', '', `return eval(${q})`, 'code'],
  ['a literal', 'import ast', `return ast.literal_eval(${q})`, ''],
  ['exec', '', `exec(${q})`, 'code'],
  ['a module of the caller', 'import importlib', `importlib.import_module(${q})`, 'code'],
  ['a shell command', 'import os', `os.system('ls ' + ${q})`, 'command'],
  ['a program with a shell', 'import subprocess', `subprocess.run(f"ls {${q}}", shell=True)`, 'command'],
  ['a program with arguments', 'import subprocess', `subprocess.run(['ls', '--', ${q}])`, ''],
  ['quoted for the shell', 'import os, shlex', `os.system('ls ' + shlex.quote(${q}))`, ''],
  ['a shell of asyncio', 'import asyncio', `asyncio.create_subprocess_shell(${q})`, 'command'],
  [
    'SQL of psycopg',
    'import psycopg2\ncur = psycopg2.connect("").cursor()',
    `cur.execute(f"select * from t where a = '{${q}}'")`,
    'sql',
  ],
  [
    'SQL with a place',
    'import psycopg2\ncur = psycopg2.connect("").cursor()',
    `cur.execute("select * from t where a = %s", (${q},))`,
    '',
  ],
  [
    'SQL by format',
    'import pymysql\ncur = pymysql.connect().cursor()',
    `cur.execute("select * from t where a = '{}'".format(${q}))`,
    'sql',
  ],
  [
    'SQL of SQLAlchemy',
    'from sqlalchemy import create_engine, text\ndb = create_engine("")',
    `db.execute(text("select " + ${q}))`,
    'sql',
  ],
  ['the Data API', "import boto3\ndb = boto3.client('rds-data')", `db.execute_statement(sql="select " + ${q})`, 'sql'],
  [
    'Athena',
    "import boto3\ndb = boto3.client('athena')",
    `db.start_query_execution(QueryString=f"select {${q}}")`,
    'sql',
  ],
  ['a filter of MongoDB', 'import json, pymongo\ndb = pymongo.MongoClient().shop', `db.orders.find(${body})`, 'query'],
  [
    'a whole item',
    "import boto3, json\ntable = boto3.resource('dynamodb').Table('t')",
    `table.put_item(Item=${body})`,
    'item',
  ],
  [
    'named fields',
    "import boto3, json\ntable = boto3.resource('dynamodb').Table('t')",
    `table.put_item(Item={'id': '1', 'name': str(${body}['name'])})`,
    '',
  ],
  ['a file', '', `return open('/tmp/' + ${q}).read()`, 'path'],
  ['the last name of a path', 'import os', `return open(os.path.join('/tmp', os.path.basename(${q}))).read()`, ''],
  ['pathlib', 'from pathlib import Path', `return Path('/tmp', ${q}).read_text()`, 'path'],
  [
    'a secure name',
    'from werkzeug.utils import secure_filename',
    `return open('/tmp/' + secure_filename(${q})).read()`,
    '',
  ],
  ['an address', 'import requests', `return requests.get(${q}).text`, 'url'],
  ['the path of an address', 'import requests', `return requests.get('https://api.shop.io/items/' + ${q}).text`, ''],
  ['urllib', 'from urllib.request import urlopen', `return urlopen(${q}).read()`, 'url'],
  ['httpx', 'import httpx', `return httpx.get(f"https://{${q}}/").text`, 'url'],
  ['pickle', 'import base64, pickle', `pickle.loads(base64.b64decode(event['body']))`, 'deserialise'],
  ['yaml', 'import yaml', `yaml.load(event['body'])`, 'deserialise'],
  ['safe yaml', 'import yaml', `yaml.safe_load(event['body'])`, ''],
  ['a template of the caller', 'import jinja2', `return jinja2.Template(${q}).render()`, 'template'],
  ['values of a template', 'import jinja2', `return jinja2.Template('{{ q }}').render(q=${q})`, ''],
  [
    'a page',
    '',
    `return {'statusCode': 200, 'headers': {'Content-Type': 'text/html'}, 'body': '<p>' + ${q} + '</p>'}`,
    'html',
  ],
  [
    'a page, escaped',
    'import html',
    `return {'statusCode': 200, 'headers': {'Content-Type': 'text/html'}, 'body': '<p>' + html.escape(${q}) + '</p>'}`,
    '',
  ],
  [
    'a trace',
    'import traceback',
    `try:\n    save()\nexcept Exception:\n    return {'statusCode': 500, 'body': traceback.format_exc()}`,
    'error',
  ],
  ['the whole event', '', `print(event)`, 'log'],
  ['certificates that nobody checks', 'import requests', `requests.get('https://shop.io', verify=False)`, 'tls'],
  [
    'an instruction of a model',
    'from openai import OpenAI\nai = OpenAI()',
    `ai.chat.completions.create(model='m', messages=[{'role': 'system', 'content': ${q}}])`,
    'prompt',
  ],
  [
    'a token that nobody verifies',
    'import jwt',
    `jwt.decode(event['headers']['authorization'], options={'verify_signature': False})`,
    'token',
  ],
  ['a number', 'import os', `os.system('ls ' + str(int(${q})))`, ''],
  [
    'one of a few',
    'import os',
    `name = ${q}\nif name not in ('a', 'b'):\n    raise ValueError()\nos.system('ls ' + name)`,
    '',
  ],
  [
    'a narrow pattern',
    'import os, re',
    `name = ${q}\nif not re.fullmatch(r'[a-z]+', name):\n    return None\nos.system('ls ' + name)`,
    '',
  ],
  [
    'a pattern that begins only',
    'import os, re',
    `name = ${q}\nif not re.match(r'[a-z]+', name):\n    return None\nos.system('ls ' + name)`,
    'command',
  ],
  [
    'a value with a default',
    'import os',
    `name = event.get('queryStringParameters', {}).get('q', 'a')\nos.system('ls ' + name)`,
    'command',
  ],
  [
    'a comprehension',
    'import os',
    `for name in [record['body'].strip() for record in event['Records']]:\n    os.system(name)`,
    'command',
  ],
])('%s', (_, imports, text, dangers) => {
  expect(pythonDangers(imports, text)).toBe(dangers);
});

test.each([
  [
    'Flask behind an adapter',
    `import os\nimport serverless_wsgi\nfrom flask import Flask, request\napp = Flask(__name__)\n@app.route('/')\ndef index():\n    os.system(request.args.get('q'))\n    return 'ok'\ndef handler(event, context):\n    return serverless_wsgi.handle_request(app, event, context)\n`,
    'command',
  ],
  [
    'FastAPI behind Mangum',
    `import os\nfrom fastapi import FastAPI\nfrom mangum import Mangum\napp = FastAPI()\n@app.get('/')\ndef index(name: str):\n    os.system('ls ' + name)\nhandler = Mangum(app)\n`,
    'command',
  ],
  [
    'a resolver of Powertools',
    `import os\nfrom aws_lambda_powertools.event_handler import APIGatewayRestResolver\napp = APIGatewayRestResolver()\n@app.get('/items/<name>')\ndef item(name):\n    os.system('ls ' + name)\ndef handler(event, context):\n    return app.resolve(event, context)\n`,
    'command',
  ],
  [
    'the body of a resolver of Powertools',
    `import os\nfrom aws_lambda_powertools.event_handler import APIGatewayHttpResolver\napp = APIGatewayHttpResolver()\n@app.post('/items')\ndef item():\n    os.system('ls ' + app.current_event.json_body['name'])\ndef handler(event, context):\n    return app.resolve(event, context)\n`,
    'command',
  ],
  [
    'a decorator of Powertools',
    `import os\nfrom aws_lambda_powertools import Logger\nlogger = Logger()\n@logger.inject_lambda_context\ndef handler(event, context):\n    os.system(event['body'])\n`,
    'command',
  ],
  [
    'a class',
    `import os\nclass Runner:\n    def __init__(self, event):\n        self.name = event['body']\n    def run(self):\n        os.system(self.name)\ndef handler(event, context):\n    Runner(event).run()\n`,
    'command',
  ],
  [
    'a tool of an MCP server',
    `import os\nfrom mcp.server.fastmcp import FastMCP\nserver = FastMCP('shop')\n@server.tool()\ndef look(name: str) -> str:\n    os.system('ls ' + name)\n    return 'ok'\ndef handler(event, context):\n    return server.run(event)\n`,
    'command',
  ],
])('%s', (_, text, dangers) => {
  expect(pythonFileDangers(text)).toBe(dangers);
});

test.each([
  [
    'the request of Chalice',
    `import os\nfrom chalice import Chalice\napp = Chalice(app_name="a")\n@app.route("/a", methods=["POST"])\ndef make():\n    os.system(app.current_request.json_body["q"])\n`,
    'command',
  ],
  [
    'a message of Chalice',
    `import os\nfrom chalice import Chalice\napp = Chalice(app_name="a")\n@app.on_sqs_message(queue="q")\ndef take(event):\n    for record in event:\n        os.system(record.body)\n`,
    'command',
  ],
  [
    'bottle',
    `import os\nfrom bottle import Bottle, request\napp = Bottle()\n@app.get("/a/<name>")\ndef make(name):\n    os.system(request.query.q)\n`,
    'command',
  ],
  [
    'a resource of Flask-RESTful',
    `import os\nfrom flask import Flask\nfrom flask_restful import Api, Resource\nclass Jobs(Resource):\n    def get(self, name):\n        os.system(name)\napp = Flask(__name__)\napi = Api(app)\napi.add_resource(Jobs, "/jobs/<name>")\n`,
    'command',
  ],
  [
    'a rule of Flask',
    `import os\nfrom flask import Flask, request\napp = Flask(__name__)\ndef make():\n    os.system(request.form["q"])\napp.add_url_rule("/a", view_func=make)\n`,
    'command',
  ],
])('registered: %s', (_, text, dangers) => {
  expect(pythonFileDangers(text, { exported: undefined, calls: 'message', answers: false })).toBe(dangers);
});
