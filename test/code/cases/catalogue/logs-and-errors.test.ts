import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../../../src/languages/python/parse.js';
import { registered, toldIn, toldInFile, toldInPython } from '../../../support/told.js';

beforeAll(preparePython);

test.each([
  ['stack', '', 'try { await x(); } catch (err) { return { statusCode: 500, body: err.stack } }', 'error stack'],
  [
    'json err',
    '',
    'try { await x(); } catch (err) { return { statusCode: 500, body: JSON.stringify(err) } }',
    'error message',
  ],
  ['message', '', 'try { await x(); } catch (err) { return { statusCode: 500, body: err.message } }', 'error message'],
  [
    'String(err)',
    '',
    'try { await x(); } catch (err) { return { statusCode: 500, body: String(err) } }',
    'error message',
  ],
  [
    'AppError',
    '',
    `try { await x(); } catch (err) { if (err instanceof AppError) return { statusCode: 400, body: err.message }; return { statusCode: 500, body: 'x' } }`,
    '',
  ],
  ['thrown', '', 'try { await x(); } catch (err) { console.error(err); throw err }', ''],
  ['log text', '', 'console.log(`order ${event.queryStringParameters.q}`)', 'log line'],
  ['log argument', '', `console.log('order', { id: event.queryStringParameters.q })`, ''],
  ['log json', '', `console.log('order ' + JSON.stringify(event.queryStringParameters.q))`, ''],
  ['event', '', 'console.log(event)', 'log event'],
  ['event json', '', `console.log('Event:', JSON.stringify(event, null, 2))`, 'log event'],
  ['headers', '', 'console.log(event.headers)', 'log part'],
  ['authorization', '', `console.log('token', event.headers.Authorization)`, 'log secret'],
  ['guarded', '', 'if (process.env.DEBUG) console.log(event)', ''],
  [
    'powertools',
    `import { Logger } from '@aws-lambda-powertools/logger'; const logger = new Logger();`,
    `logger.info('e', { event })`,
    'log event',
  ],
  ['user kept', 'let user;', 'if (!user) user = JSON.parse(event.body).user; return user', 'state kept'],
  ['empty catch', '', 'try { await x(); } catch (e) {}', 'swallow empty'],
  ['logged catch', '', 'try { await x(); } catch (e) { console.error(e); }', 'swallow logged'],
  ['expected code', '', `try { await x(); } catch (e) { if (e.code !== 'ENOENT') throw e; }`, ''],
  ['documented', '', 'try { await x(); } catch { /* expected: the file may be absent */ }', ''],
  ['forEach async', '', '[1].forEach(async (a) => { await x(a); })', 'dropped each'],
  [
    'not awaited v2',
    `import AWS from 'aws-sdk'; const c = new AWS.S3();`,
    `c.putObject({ Bucket: 'b' }).promise()`,
    'dropped call',
  ],
])('%s', (_, imports, body, told) => expect(toldIn(imports, body, told)).toBe(told));

test.each([
  ['flask debug', 'from flask import Flask\napp = Flask(__name__)\napp.run(debug=True)', 'pass', 'error debug'],
  ['flask without debug', 'from flask import Flask\napp = Flask(__name__)\napp.run(debug=False)', 'pass', ''],
  [
    'flask debug, as a program',
    'from flask import Flask\napp = Flask(__name__)\nif __name__ == "__main__":\n    app.run(host="0.0.0.0", debug=True)',
    'pass',
    'error debug, as a program',
  ],
  [
    'flask debug, in main',
    'from flask import Flask\napp = Flask(__name__)\ndef main():\n    app.run(debug=True)\nif __name__ == "__main__":\n    main()',
    'pass',
    'error debug, as a program',
  ],
  ['flask setting', 'from flask import Flask\napp = Flask(__name__)\napp.debug = True', 'pass', 'error debug'],
  [
    'flask configuration',
    'from flask import Flask\napp = Flask(__name__)\napp.config["DEBUG"] = True',
    'pass',
    'error debug',
  ],
  [
    'flask configuration by the environment',
    'import os\nfrom flask import Flask\napp = Flask(__name__)\napp.config["DEBUG"] = os.environ.get("DEBUG") == "1"',
    'pass',
    '',
  ],
  ['fastapi debug', 'from fastapi import FastAPI\napp = FastAPI(debug=True)', 'pass', 'error debug'],
  [
    'chalice debug',
    'from chalice import Chalice\napp = Chalice(app_name="a")\napp.debug = True',
    'pass',
    'error debug',
  ],
  [
    'powertools debug',
    'from aws_lambda_powertools.event_handler import APIGatewayRestResolver\napp = APIGatewayRestResolver(debug=True)',
    'pass',
    'error debug',
  ],
  ['a debug of its own', 'class App:\n    pass\napp = App()\napp.debug = True', 'pass', ''],
  [
    'format_exc',
    'import traceback',
    `try:
    x()
except Exception as e:
    return {"statusCode": 500, "body": traceback.format_exc()}`,
    'error stack',
  ],
  [
    'str(e)',
    '',
    `try:
    x()
except Exception as e:
    return {"statusCode": 500, "body": str(e)}`,
    'error message',
  ],
  ['print f', '', `print(f"order {event['queryStringParameters']['q']}")`, 'log line'],
  ['logging f', 'import logging', `logging.info(f"order {event['queryStringParameters']['q']}")`, 'log line'],
  ['logging repr', 'import logging', 'logging.info("order %s", repr(event["queryStringParameters"]["q"]))', ''],
  ['logging percent', 'import logging', 'logging.info("order %s" % event["queryStringParameters"]["q"])', 'log line'],
  ['print event', '', 'print(event)', 'log event'],
  [
    'logger event',
    `import logging
logger = logging.getLogger()`,
    'logger.info("event %s", json.dumps(event))',
    'log event',
  ],
  [
    'debug',
    `import logging
logger = logging.getLogger()`,
    'logger.debug(event)',
    'log event',
  ],
  [
    'except pass',
    '',
    `try:
    x()
except Exception:
    pass`,
    'swallow empty',
  ],
  [
    'except narrow',
    '',
    `try:
    x()
except KeyError:
    pass`,
    '',
  ],
])('Python: %s', (_, imports, body, told) => expect(toldInPython(imports, body, told)).toBe(told));

test.each([
  [
    'express error middleware',
    'handler.ts',
    `import express from 'express'; const app = express(); app.use((err, req, res, next) => { res.status(500).send(err.stack); });`,
    'error stack',
  ],
  [
    'express error middleware whole',
    'handler.ts',
    `import express from 'express'; const app = express(); app.use((err, req, res, next) => { res.status(500).send(err); });`,
    'error stack',
  ],
])('%s (%s)', (_, path, text, told) => expect(toldInFile(path, text, { told, handler: registered })).toBe(told));
