import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../../../src/languages/python/parse.js';
import { toldIn, toldInPython } from '../../../support/told.js';

beforeAll(preparePython);

test.each([
  ['setTimeout text', '', 'setInterval(event.queryStringParameters.q, 3)', 'code'],
  ['vm.Script', `import { Script } from 'vm';`, 'new Script(event.queryStringParameters.q)', 'code'],
  ['vm.compileFunction', `import vm from 'vm';`, 'vm.compileFunction(event.queryStringParameters.q)', 'code'],
  ['node-serialize', `import s from 'node-serialize';`, 's.unserialize(event.queryStringParameters.q)', 'deserialise'],
  ['mathjs', `import { evaluate } from 'mathjs';`, 'evaluate(event.queryStringParameters.q)', 'code'],
  [
    'mathjs instance',
    `import { create, all } from 'mathjs'; const math = create(all);`,
    'math.evaluate(event.queryStringParameters.q)',
    'code',
  ],
  [
    'jsonpath-plus',
    `import { JSONPath } from 'jsonpath-plus';`,
    'JSONPath({ path: event.queryStringParameters.q, json: {} })',
    'code',
  ],
  [
    'jsonpath-plus no eval',
    `import { JSONPath } from 'jsonpath-plus';`,
    'JSONPath({ path: event.queryStringParameters.q, json: {}, eval: false })',
    '',
  ],
  [
    'jsonpath-plus json',
    `import { JSONPath } from 'jsonpath-plus';`,
    `JSONPath({ path: '$.a', json: JSON.parse(event.body) })`,
    '',
  ],
  [
    'execFile first',
    `import { execFile } from 'child_process';`,
    `execFile('git', [event.queryStringParameters.q])`,
    'command argument',
  ],
  [
    'execFile after --',
    `import { execFile } from 'child_process';`,
    `execFile('git', ['clone', '--', event.queryStringParameters.q])`,
    '',
  ],
  [
    'execFile later',
    `import { execFile } from 'child_process';`,
    `execFile('convert', ['-resize', '1x1', event.queryStringParameters.q, '/tmp/x'])`,
    '',
  ],
  [
    'spawn shell text',
    `import { spawn } from 'child_process';`,
    `spawn('ls', [event.queryStringParameters.q], { shell: '/bin/bash' })`,
    'command',
  ],
  [
    'execaCommand',
    `import { execaCommand } from 'execa';`,
    'execaCommand(`ls ${event.queryStringParameters.q}`)',
    'command',
  ],
  ['zx quotes', `import { $ } from 'zx';`, 'await $`ls ${event.queryStringParameters.q}`', ''],
  ['shelljs named', `import { exec } from 'shelljs';`, 'exec(event.queryStringParameters.q)', 'command'],
])('%s', (_, imports, body, told) => expect(toldIn(imports, body, told)).toBe(told));

test.each([
  ['compile', '', 'compile(event["queryStringParameters"]["q"], "x", "exec")', 'code'],
  ['__import__', '', '__import__(event["queryStringParameters"]["q"])', 'code'],
  ['importlib', 'import importlib', 'importlib.import_module(event["queryStringParameters"]["q"])', 'code module'],
  ['interpreter', 'import code', 'code.InteractiveInterpreter().runcode(event["queryStringParameters"]["q"])', 'code'],
  [
    'interpreter source',
    'import code',
    'code.InteractiveInterpreter().runsource(event["queryStringParameters"]["q"])',
    'code',
  ],
  [
    'df.query',
    'import pandas as pd',
    `df = pd.read_csv("a.csv")
return str(df.query(event["queryStringParameters"]["q"]))`,
    'code',
  ],
  [
    'df.query const',
    'import pandas as pd',
    `df = pd.read_csv("a.csv")
return str(df.query("a > 1"))`,
    '',
  ],
  [
    'df.eval',
    'import pandas as pd',
    `df = pd.DataFrame([])
df.eval(event["queryStringParameters"]["q"])`,
    'code',
  ],
  ['os.popen', 'import os', 'os.popen("ls " + event["queryStringParameters"]["q"])', 'command'],
  ['getoutput', 'import subprocess', 'subprocess.getoutput("ls " + event["queryStringParameters"]["q"])', 'command'],
  ['commands', 'import commands', 'commands.getoutput("ls " + event["queryStringParameters"]["q"])', 'command'],
  [
    'subprocess string',
    'import subprocess',
    `subprocess.run(f"ls {event['queryStringParameters']['q']}")`,
    'command argument',
  ],
  [
    'subprocess split',
    'import subprocess, shlex',
    `subprocess.run(shlex.split(f"ls {event['queryStringParameters']['q']}"))`,
    'command argument',
  ],
  [
    'subprocess first argument',
    'import subprocess',
    'subprocess.run(["git", event["queryStringParameters"]["q"]])',
    'command argument',
  ],
  [
    'subprocess after --',
    'import subprocess',
    'subprocess.run(["git", "clone", "--", event["queryStringParameters"]["q"]])',
    '',
  ],
  [
    'subprocess program',
    'import subprocess',
    'subprocess.run([event["queryStringParameters"]["q"], "x"])',
    'command program',
  ],
  [
    'subprocess quoted',
    'import subprocess, shlex',
    'subprocess.run("ls " + shlex.quote(event["queryStringParameters"]["q"]), shell=True)',
    '',
  ],
  [
    'asyncio shell',
    'import asyncio',
    'asyncio.create_subprocess_shell("ls " + event["queryStringParameters"]["q"])',
    'command',
  ],
  [
    'asyncio exec',
    'import asyncio',
    'asyncio.create_subprocess_exec("ls", event["queryStringParameters"]["q"])',
    'command argument',
  ],
  ['os.execv', 'import os', 'os.execv("/bin/ls", ["ls", event["queryStringParameters"]["q"]])', 'command argument'],
  [
    'paramiko',
    'import paramiko',
    `c = paramiko.SSHClient()
c.exec_command("ls " + event["queryStringParameters"]["q"])`,
    'command',
  ],
])('Python: %s', (_, imports, body, told) => expect(toldInPython(imports, body, told)).toBe(told));
