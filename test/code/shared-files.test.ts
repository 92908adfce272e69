import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../src/languages/python/parse.js';
import { readCode } from '../support/read-code.js';

beforeAll(preparePython);

const run = "const { execSync } = require('child_process');\n";
const azure = {
  'host.json': '{"version":"2.0"}',
  'package.json': '{"main":"src/*.js","dependencies":{"@azure/functions":"^4"}}',
};

/** What each function of a tree does, by its name. */
async function toldIn(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const read = await readCode(files);
  return read
    .flatMap(({ functions }) => functions)
    .flatMap(({ function: fn, flows }) => flows.map(({ danger }) => `${fn.id}: ${danger}`))
    .filter((line) => !/: (?:input|log line)$/.test(line))
    .sort();
}

const rows: readonly (readonly [what: string, files: Readonly<Record<string, string>>, told: readonly string[]])[] = [
  [
    'functions of Azure that one file registers',
    {
      ...azure,
      'src/all.js': `const { app } = require('@azure/functions');\n${run}app.http('a', { authLevel: 'anonymous', handler: async (request) => { execSync(request.query.get('q')); return {}; } });\napp.http('b', { authLevel: 'function', handler: async (request) => ({ headers: { 'Content-Type': 'text/html' }, body: '<b>' + request.query.get('q') }) });\napp.storageQueue('c', { queueName: 'q', connection: 'X', handler: async (message) => { execSync(message.x); } });`,
    },
    ['a: command', 'b: html', 'c: command'],
  ],
  [
    'functions of Azure in one file of Python',
    {
      'host.json': '{"version":"2.0"}',
      'requirements.txt': 'azure-functions\n',
      'function_app.py': `import os\nimport azure.functions as func\napp = func.FunctionApp()\n@app.route(route="a", auth_level=func.AuthLevel.ANONYMOUS)\ndef a(req: func.HttpRequest):\n    return func.HttpResponse("x")\n@app.queue_trigger(arg_name="msg", queue_name="q", connection="C")\ndef b(msg: func.QueueMessage):\n    os.system(msg.get_body().decode())\n`,
    },
    ['b: command'],
  ],
  [
    'functions of Firebase, of both generations',
    {
      'firebase.json': '{"functions":{"source":"functions","runtime":"nodejs22"}}',
      'functions/package.json': '{"main":"index.js"}',
      'functions/index.js': `const { onRequest } = require('firebase-functions/v2/https');\n${run}exports.a = onRequest((req, res) => { res.send('<b>' + req.query.q); });\nexports.b = require('firebase-functions').https.onCall((data) => { execSync(data.q); });\nexports.c = require('firebase-functions/v2/https').onCall((request) => { execSync(request.data.q + request.auth.uid); });\nexports.d = require('firebase-functions/v2/https').onCall((request) => { execSync('x ' + request.auth.uid); });`,
    },
    ['a: html', 'b: command', 'c: command'],
  ],
  [
    'a function that a script deploys from a folder',
    {
      'deploy.sh':
        'gcloud functions deploy hello --gen2 --runtime=nodejs22 --source=fn/hello --trigger-http --allow-unauthenticated\n',
      'fn/hello/package.json': '{"main":"index.js"}',
      'fn/hello/index.js': `const functions = require('@google-cloud/functions-framework');\n${run}functions.http('hello', (req, res) => { execSync(req.query.q); });\nfunctions.http('other', (req, res) => { res.send('<b>' + req.query.q); });`,
    },
    ['hello: command'],
  ],
  [
    'a function of Python that a workflow deploys',
    {
      '.github/workflows/deploy.yml':
        'on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - run: gcloud functions deploy hello --runtime python312 --source ./fn --entry-point greet --trigger-http\n',
      'fn/main.py': `import os\ndef greet(request):\n    os.system(request.args.get("q"))\n    return "ok"\n`,
    },
    ['hello: command'],
  ],
  [
    'a function whose source is an archive elsewhere',
    {
      'deploy.sh': 'gcloud functions deploy hello --runtime python312 --source gs://bucket/fn.zip --trigger-http\n',
      'other/main.py': `import os\ndef hello(request):\n    os.system(request.args.get("q"))\n`,
    },
    [],
  ],
];

test.each(rows)('%s', async (_, files, told) => expect(await toldIn(files)).toEqual(told));
