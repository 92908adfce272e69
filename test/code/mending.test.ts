import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../src/languages/python/parse.js';
import { mended, template } from '../support/mended.js';
import { readCode } from '../support/read-code.js';

beforeAll(preparePython);

const js = (imports: string, body: string) => `${imports}\nexport const handler = async (event) => {\n  ${body}\n};\n`;
const py = (imports: string, body: string) => `${imports}\ndef handler(event, context):\n    ${body}\n`;
const pg = "import { Pool } from 'pg';\nconst db = new Pool();";
const psycopg = 'import psycopg2\ndb = psycopg2.connect("").cursor()';
const key = 'event.pathParameters.id';

type Row = readonly [what: string, path: string, before: string, after: string | undefined];

const rows: readonly Row[] = [
  [
    'a value in a statement',
    'src/app.js',
    js(pg, `return db.query(\`select * from t where id = '\${${key}}' and a = 1\`);`),
    js(pg, `return db.query('select * from t where id = $1 and a = 1', [${key}]);`),
  ],
  [
    'a name in a statement',
    'src/app.js',
    js(pg, `return db.query(\`select * from t order by \${${key}}\`);`),
    undefined,
  ],
  [
    'a column among others',
    'src/app.js',
    js(pg, `return db.query(\`select id, \${${key}} from t where a = 1\`);`),
    undefined,
  ],
  ['a whole list', 'src/app.js', js(pg, `return db.query(\`select * from t where id in (\${${key}})\`);`), undefined],
  [
    'values of a row',
    'src/app.js',
    js(pg, `return db.query(\`insert into t (a, b) values (\${${key}}, '\${${key}}')\`);`),
    js(pg, `return db.query('insert into t (a, b) values ($1, $2)', [${key}, ${key}]);`),
  ],
  [
    'a statement that has signs of the driver',
    'src/app.py',
    py(psycopg, `id = event["body"]\n    db.execute(f"select * from t where a like 'x%' and id = '{id}'")`),
    undefined,
  ],
  [
    'a driver that is not known',
    'src/app.js',
    js("import db from './db';", `return db.query(\`select * from t where id = \${${key}}\`);`),
    undefined,
  ],
  [
    'values of Python in a statement',
    'src/app.py',
    py(psycopg, `id = event["body"]\n    db.execute(f"select * from t where id = '{id}'")`),
    py(psycopg, `id = event["body"]\n    db.execute("select * from t where id = %s", (id,))`),
  ],
  [
    'a file below /tmp',
    'src/app.js',
    js("import fs from 'fs';\nimport path from 'path';", `return fs.readFileSync(\`/tmp/\${${key}}.txt\`);`),
    js(
      "import fs from 'fs';\nimport path from 'path';",
      `return fs.readFileSync(\`/tmp/\${path.basename(${key})}.txt\`);`,
    ),
  ],
  [
    'a file below /tmp, without the module',
    'src/app.js',
    js("import fs from 'fs';", `return fs.readFileSync(\`/tmp/\${${key}}\`);`),
    undefined,
  ],
  [
    'text that is evaluated for its value',
    'src/app.js',
    js('', 'const order = eval(event.body);\n  return order;'),
    js('', 'const order = JSON.parse(event.body);\n  return order;'),
  ],
  ['text that is run', 'src/app.js', js('', 'eval(event.body);'), undefined],
  [
    'YAML that makes objects',
    'src/app.py',
    py('import yaml', 'return yaml.load(event["body"])'),
    py('import yaml', 'return yaml.safe_load(event["body"])'),
  ],
  [
    'certificates that are not checked',
    'src/app.js',
    js("import https from 'https';", 'return new https.Agent({ rejectUnauthorized: false });'),
    js("import https from 'https';", 'return new https.Agent({ rejectUnauthorized: true });'),
  ],
  [
    'certificates that Python does not check',
    'src/app.py',
    py('import requests', 'return requests.get("https://example.com", verify=False)'),
    py('import requests', 'return requests.get("https://example.com", verify=True)'),
  ],
  [
    'an event that is logged',
    'src/app.js',
    js('', 'const a = 1;\n  console.log(event);\n  return a;'),
    js('', 'const a = 1;\n  return a;'),
  ],
  [
    'an event that is logged on a condition',
    'src/app.js',
    js('', 'if (event.body)\n    console.log(event);\n  return 1;'),
    undefined,
  ],
  [
    'a command of words',
    'src/app.js',
    js("import { exec } from 'node:child_process';", `return exec(\`convert -resize 10 \${${key}} out.png\`);`),
    js(
      "import { execFile } from 'node:child_process';",
      `return execFile('convert', ['-resize', '10', ${key}, 'out.png']);`,
    ),
  ],
  [
    'a command of a module, with options',
    'src/app.js',
    js("const cp = require('child_process');", `return cp.execSync(\`rm \${${key}}\`, { cwd: '/tmp' });`),
    js("const cp = require('child_process');", `return cp.execFileSync('rm', ['--', ${key}], { cwd: '/tmp' });`),
  ],
  [
    'a command with a pipe',
    'src/app.js',
    js("import { exec } from 'node:child_process';", `return exec(\`cat \${${key}} | sort\`);`),
    undefined,
  ],
  [
    'a command in quotes',
    'src/app.js',
    js("import { exec } from 'node:child_process';", `return exec(\`cat "\${${key}}"\`);`),
    undefined,
  ],
  [
    'a command of Python',
    'src/app.py',
    py('import subprocess', 'return subprocess.run(f"gzip {event[\'body\']}", shell=True)'),
    undefined,
  ],
  [
    'a command of Python with a name',
    'src/app.py',
    py(
      'import subprocess',
      'name = event["body"]\n    return subprocess.run(f"gzip -9 {name}", shell=True, check=True)',
    ),
    py('import subprocess', 'name = event["body"]\n    return subprocess.run(["gzip", "-9", "--", name], check=True)'),
  ],
  [
    'an error that is answered',
    'src/app.js',
    js('', 'try {\n    return await run();\n  } catch (err) {\n    return { statusCode: 500, body: err.stack };\n  }'),
    js(
      '',
      "try {\n    return await run();\n  } catch (err) {\n    console.error(err);\n    return { statusCode: 500, body: JSON.stringify({ message: 'Internal error' }) };\n  }",
    ),
  ],
  [
    'an error that is answered and logged',
    'src/app.js',
    js(
      '',
      'try {\n    return await run();\n  } catch (e) {\n    console.log(e);\n    return { statusCode: 500, body: JSON.stringify({ error: e.message }) };\n  }',
    ),
    js(
      '',
      "try {\n    return await run();\n  } catch (e) {\n    console.log(e);\n    return { statusCode: 500, body: JSON.stringify({ message: 'Internal error' }) };\n  }",
    ),
  ],
  [
    'an error that is answered with more',
    'src/app.js',
    js(
      '',
      'try {\n    return await run();\n  } catch (e) {\n    return { statusCode: 500, body: `Failed: ${e.stack}` };\n  }',
    ),
    undefined,
  ],
  [
    'an error that is only logged',
    'src/app.js',
    js('', 'try {\n    await run();\n  } catch (err) {\n    console.error(err);\n  }'),
    js('', 'try {\n    await run();\n  } catch (err) {\n    console.error(err);\n    throw err;\n  }'),
  ],
  [
    'an error that Python only logs',
    'src/app.py',
    py('', 'try:\n        run()\n    except Exception as error:\n        print(error)\n    return 1'),
    py('', 'try:\n        run()\n    except Exception as error:\n        print(error)\n        raise\n    return 1'),
  ],
  [
    'a value in a line of a log',
    'src/app.js',
    js('', `console.log(\`order \${${key}}\`);\n  return 1;`),
    js('', `console.log(\`order \${JSON.stringify(${key})}\`);\n  return 1;`),
  ],
  [
    'a value in a line of a log of Python',
    'src/app.py',
    py('', 'id = event["pathParameters"]["id"]\n    print(f"order {id}")'),
    py('', 'id = event["pathParameters"]["id"]\n    print(f"order {repr(id)}")'),
  ],
  ['an event that is logged and nothing else', 'src/app.py', py('', 'print(event)'), undefined],
];

test.each(rows)('%s', async (_, path, before, after) => expect(await mended(path, before)).toBe(after));

const changed = rows.flatMap(([what, path, before, after]) =>
  after === undefined ? [] : [[what, path, before, after] as const],
);

test.each(changed)('after it there is nothing to mend: %s', async (_, path, before, after) => {
  const [danger] = await dangersOf(path, before);
  expect(danger).toBeDefined();
  expect(await dangersOf(path, after)).not.toContain(danger);
});

/** The dangers of a handler, with their sinks. */
async function dangersOf(path: string, text: string): Promise<readonly string[]> {
  const runtime = path.endsWith('.py') ? 'python3.13' : 'nodejs22.x';
  const read = await readCode({ 'template.yaml': template(runtime), [path]: text });
  return read.flatMap(({ functions }) =>
    functions.flatMap(({ flows }) => flows.map(({ danger, sink }) => `${danger} ${sink.text}`)),
  );
}
