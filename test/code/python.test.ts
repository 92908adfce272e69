import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../src/languages/python/parse.js';
import { pythonFlows } from '../support/flows.js';

beforeAll(preparePython);

test.each([
  [
    'a query parameter in a shell command',
    `import os
def handler(event, context):
    name = event["queryStringParameters"]["name"]
    os.system("ls " + name)
`,
    ['command: event.queryStringParameters.name > os.system'],
  ],
  [
    'a shell by subprocess',
    `import subprocess, json
def handler(event, context):
    body = json.loads(event.get("body"))
    subprocess.run(f"convert {body['file']}", shell=True)
`,
    ['command: event.body.file > subprocess.run'],
  ],
  [
    'a list without a shell',
    `import subprocess, json
def handler(event, context):
    body = json.loads(event["body"])
    subprocess.run(["convert", body["file"]])
`,
    ['command argument: event.body.file > subprocess.run (medium)'],
  ],
  [
    'SQL by f-string',
    `import psycopg2
conn = psycopg2.connect("x")
def handler(event, context):
    with conn.cursor() as cur:
        cur.execute(f"select * from t where id = {event['pathParameters']['id']}")
`,
    ['sql: event.pathParameters.id > cur.execute'],
  ],
  [
    'SQL with parameters',
    `import psycopg2
conn = psycopg2.connect("x")
def handler(event, context):
    cur = conn.cursor()
    cur.execute("select * from t where id = %s", (event['pathParameters']['id'],))
`,
    [],
  ],
  [
    'SQL by percent',
    `import pymysql
def handler(event, context):
    cur = pymysql.connect().cursor()
    cur.execute("select * from t where id = '%s'" % event['pathParameters']['id'])
`,
    ['sql: event.pathParameters.id > cur.execute'],
  ],
  [
    'a number',
    `import pymysql
def handler(event, context):
    cur = pymysql.connect().cursor()
    cur.execute("select * from t where id = %d" % int(event['pathParameters']['id']))
`,
    [],
  ],
  [
    'records of a queue',
    `import pickle, base64
def handler(event, context):
    for record in event["Records"]:
        order = pickle.loads(base64.b64decode(record["body"]))
`,
    ['deserialise: event.Records[].body > pickle.loads'],
  ],
  [
    'yaml without a safe loader',
    `import yaml
def handler(event, context):
    return yaml.load(event["body"], Loader=yaml.Loader)
`,
    ['deserialise: event.body > yaml.load'],
  ],
  [
    'yaml with a safe loader',
    `import yaml
def handler(event, context):
    return yaml.load(event["body"], Loader=yaml.SafeLoader)
`,
    [],
  ],
  [
    'an allow list',
    `import os
ALLOWED = ["a", "b"]
def handler(event, context):
    name = event["body"]
    if name not in ALLOWED:
        return {"statusCode": 400}
    os.system("run " + name)
`,
    [],
  ],
  [
    'a narrow pattern',
    `import os, re
def handler(event, context):
    name = event["body"]
    if not re.fullmatch(r"[a-z]+", name):
        raise ValueError()
    os.system("run " + name)
`,
    [],
  ],
  [
    'a function of its own',
    `import os
def run(name):
    os.system("run " + name)
def handler(event, context):
    run(name=event["body"])
`,
    ['command: event.body > os.system (medium)'],
  ],
  [
    'a class',
    `import os
class Runner:
    def __init__(self, prefix):
        self.prefix = prefix
    def run(self, name):
        os.system(self.prefix + name)
runner = Runner("x ")
def handler(event, context):
    runner.run(event["body"])
`,
    ['command: event.body > os.system (medium)'],
  ],
  [
    'a comprehension',
    `def handler(event, context):
    return [eval(r["body"]) for r in event["Records"]]
`,
    ['code: event.Records[].body > eval'],
  ],
  [
    'an error in the answer',
    `import traceback
def handler(event, context):
    try:
        return work()
    except Exception as e:
        return {"statusCode": 500, "body": traceback.format_exc()}
`,
    ['error stack: traceback.format_exc() > the response'],
  ],
  [
    'the whole event in the log',
    `import json
def handler(event, context):
    print(json.dumps(event))
`,
    ['log event: event > print'],
  ],
  [
    'an address',
    `import requests
def handler(event, context):
    return requests.get(event["queryStringParameters"]["url"]).text
`,
    ['url: event.queryStringParameters.url > requests.get'],
  ],
  [
    'a fixed host',
    `import requests
def handler(event, context):
    return requests.get("https://api.example.com/{}".format(event["queryStringParameters"]["id"])).text
`,
    [],
  ],
  [
    'TLS',
    `import requests
def handler(event, context):
    return requests.get("https://example.com", verify=False).text
`,
    ['tls verify: verify=False'],
  ],
  [
    'a table name',
    `import boto3
db = boto3.client("dynamodb")
def handler(event, context):
    return db.get_item(TableName=event["queryStringParameters"]["table"], Key={})
`,
    ['resource TableName: event.queryStringParameters.table > db.get_item'],
  ],
  [
    'a Flask route',
    `from flask import Flask, request
import os
app = Flask(__name__)
@app.route("/run")
def run():
    os.system("run " + request.args.get("name"))
`,
    ['command: request.args.name > os.system'],
  ],
  [
    'a decorator of the project',
    `import os, functools
def wrap(fn):
    @functools.wraps(fn)
    def inner(event, context):
        return fn(event, context)
    return inner
@wrap
def handler(event, context):
    os.system(event["body"])
`,
    ['command: event.body > os.system'],
  ],
])('%s', (_, text, expected) => expect(pythonFlows(text)).toEqual(expected));
