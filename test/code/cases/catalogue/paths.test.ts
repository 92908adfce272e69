import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../../../src/languages/python/parse.js';
import { registered, toldIn, toldInFile, toldInPython } from '../../../support/told.js';

beforeAll(preparePython);

test.each([
  [
    'fs promises',
    `import { readFile } from 'fs/promises';`,
    `await readFile('/tmp/' + event.queryStringParameters.q)`,
    'path',
  ],
  [
    'join',
    `import fs from 'fs'; import path from 'path';`,
    `fs.readFileSync(path.join('/var/task', event.queryStringParameters.q))`,
    'path',
  ],
  [
    'basename',
    `import fs from 'fs'; import path from 'path';`,
    `fs.readFileSync(path.join('/var/task', path.basename(event.queryStringParameters.q)))`,
    '',
  ],
  [
    'prefix',
    `import fs from 'fs'; import path from 'path';`,
    `const p = path.resolve('/tmp/a', event.queryStringParameters.q); if (!p.startsWith('/tmp/a/')) return; fs.readFileSync(p)`,
    '',
  ],
  ['unlink', `import { unlinkSync } from 'fs';`, 'unlinkSync(`/tmp/${event.queryStringParameters.q}`)', 'path'],
  ['rename second', `import fs from 'fs';`, `fs.renameSync('/tmp/a', '/tmp/' + event.queryStringParameters.q)`, 'path'],
  ['copy second', `import fs from 'fs';`, `fs.copyFileSync('/tmp/a', '/tmp/' + event.queryStringParameters.q)`, 'path'],
  [
    'tar preserve',
    `import * as tar from 'tar';`,
    `await tar.x({ file: '/tmp/a', preservePaths: true, cwd: '/tmp/' + event.queryStringParameters.q })`,
    'path',
  ],
  [
    'tar cwd',
    `import * as tar from 'tar';`,
    `await tar.x({ file: '/tmp/a', cwd: '/tmp/' + event.queryStringParameters.q })`,
    'path',
  ],
  ['tar fixed', `import * as tar from 'tar';`, `await tar.x({ file: '/tmp/a', cwd: '/tmp/b' })`, ''],
  [
    's3 key',
    'import { S3Client, GetObjectCommand } from "@aws-sdk/client-s3"; const c = new S3Client({});',
    `await c.send(new GetObjectCommand({ Bucket: process.env.B, Key: 'a/' + event.queryStringParameters.q }))`,
    '',
  ],
])('%s', (_, imports, body, told) => expect(toldIn(imports, body, told)).toBe(told));

test.each([
  ['open', '', 'open("/tmp/" + event["queryStringParameters"]["q"]).read()', 'path'],
  ['os.rmdir', 'import os', 'os.rmdir("/tmp/" + event["queryStringParameters"]["q"])', 'path'],
  ['os.path.exists is no sink', 'import os', 'os.path.exists("/tmp/" + event["queryStringParameters"]["q"])', ''],
  ['os.scandir', 'import os', 'list(os.scandir("/tmp/" + event["queryStringParameters"]["q"]))', 'path'],
  ['os.replace', 'import os', 'os.replace("/tmp/a", "/tmp/" + event["queryStringParameters"]["q"])', 'path'],
  ['os.rename', 'import os', 'os.rename("/tmp/a", "/tmp/" + event["queryStringParameters"]["q"])', 'path'],
  ['shutil', 'import shutil', 'shutil.copytree("/tmp/a", "/tmp/" + event["queryStringParameters"]["q"])', 'path'],
  [
    'shutil unpack',
    'import shutil',
    'shutil.unpack_archive("/tmp/" + event["queryStringParameters"]["q"], "/tmp/x")',
    'path',
  ],
  ['pathlib', 'from pathlib import Path', 'Path("/tmp", event["queryStringParameters"]["q"]).write_text("x")', 'path'],
  [
    'pathlib slash',
    'from pathlib import Path',
    '(Path("/tmp") / event["queryStringParameters"]["q"]).read_text()',
    'path',
  ],
  [
    'pathlib name',
    'from pathlib import Path',
    '(Path("/tmp") / Path(event["queryStringParameters"]["q"]).name).read_text()',
    '',
  ],
  [
    'tar data',
    'import tarfile',
    'tarfile.open("/tmp/a").extractall("/tmp/" + event["queryStringParameters"]["q"], filter="data")',
    'path',
  ],
  [
    'zip path',
    'import zipfile',
    'zipfile.ZipFile("/tmp/a").extractall("/tmp/" + event["queryStringParameters"]["q"])',
    'path',
  ],
  ['codecs', 'import codecs', 'codecs.open("/tmp/" + event["queryStringParameters"]["q"])', 'path'],
  ['basename', 'import os', 'open(os.path.join("/tmp", os.path.basename(event["queryStringParameters"]["q"])))', ''],
  [
    'prefix',
    'import os',
    `p = os.path.realpath(os.path.join("/tmp", event["queryStringParameters"]["q"]))
if not p.startswith("/tmp/"):
    return
open(p)`,
    '',
  ],
  [
    'commonpath',
    'import os',
    `p = os.path.realpath(os.path.join("/tmp", event["queryStringParameters"]["q"]))
if os.path.commonpath([p, "/tmp"]) != "/tmp":
    return
open(p)`,
    '',
  ],
  [
    'is_relative_to',
    'from pathlib import Path',
    `p = (Path("/tmp") / event["queryStringParameters"]["q"]).resolve()
if not p.is_relative_to("/tmp"):
    return
p.read_text()`,
    '',
  ],
])('Python: %s', (_, imports, body, told) => expect(toldInPython(imports, body, told)).toBe(told));

test.each([
  [
    'flask send_file',
    'handler.py',
    `from flask import Flask, send_file, request
app = Flask(__name__)
@app.route('/')
def a():
    return send_file('/tmp/' + request.args['q'])
`,
    'path',
  ],
  [
    'flask send_from_directory',
    'handler.py',
    `from flask import Flask, send_from_directory, request
app = Flask(__name__)
@app.route('/')
def a():
    return send_from_directory('/tmp', request.args['q'])
`,
    '',
  ],
])('%s (%s)', (_, path, text, told) => expect(toldInFile(path, text, { told, handler: registered })).toBe(told));
