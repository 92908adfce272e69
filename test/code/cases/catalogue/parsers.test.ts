import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../../../src/languages/python/parse.js';
import { registered, toldIn, toldInFile, toldInPython } from '../../../support/told.js';

beforeAll(preparePython);

test.each([
  ['v8', `import v8 from 'v8';`, `v8.deserialize(Buffer.from(event.body, 'base64'))`, 'deserialise'],
  // Which version it is the manifest says: test/code/versions.test.ts.
  ['js-yaml load', `import yaml from 'js-yaml';`, 'yaml.load(event.body)', 'deserialise'],
  [
    'js-yaml full schema',
    `import yaml from 'js-yaml';`,
    'yaml.load(event.body, { schema: yaml.DEFAULT_FULL_SCHEMA })',
    'deserialise functions',
  ],
  ['libxml noent', `import libxmljs from 'libxmljs';`, 'libxmljs.parseXml(event.body, { noent: true })', 'xml'],
  ['libxml', `import libxmljs from 'libxmljs';`, 'libxmljs.parseXml(event.body)', ''],
  ['lodash set fixed', `import _ from 'lodash';`, `const o = {}; _.set(o, 'a.b', JSON.parse(event.body).value)`, ''],
  ['ejs', `import ejs from 'ejs';`, 'ejs.render(event.body, {})', 'template'],
  ['pug', `import pug from 'pug';`, 'pug.compile(event.body)({})', 'template'],
  ['dot', `import doT from 'dot';`, 'doT.template(event.body)({})', 'template'],
  ['lodash template', `import _ from 'lodash';`, '_.template(event.body)({})', 'template'],
  ['lodash.template', `import template from 'lodash.template';`, 'template(event.body)({})', 'template'],
])('%s', (_, imports, body, told) => expect(toldIn(imports, body, told)).toBe(told));

test.each([
  ['cloudpickle', 'import cloudpickle', 'cloudpickle.loads(event["body"])', 'deserialise'],
  ['Unpickler', 'import pickle, io', 'pickle.Unpickler(io.BytesIO(event["body"])).load()', 'deserialise'],
  ['marshal', 'import marshal', 'marshal.loads(event["body"])', 'deserialise'],
  ['shelve', 'import shelve', 'shelve.open("/tmp/" + event["queryStringParameters"]["q"])', 'deserialise'],
  ['yaml full', 'import yaml', 'yaml.full_load(event["body"])', 'deserialise'],
  ['yaml FullLoader', 'import yaml', 'yaml.load(event["body"], Loader=yaml.FullLoader)', 'deserialise'],
  ['yaml CSafe', 'import yaml', 'yaml.load(event["body"], Loader=yaml.CSafeLoader)', ''],
  ['torch', 'import torch, io', 'torch.load(io.BytesIO(event["body"]))', 'deserialise'],
  ['torch weights', 'import torch, io', 'torch.load(io.BytesIO(event["body"]), weights_only=True)', ''],
  ['joblib', 'import joblib, io', 'joblib.load(io.BytesIO(event["body"]))', 'deserialise'],
  ['numpy', 'import numpy as np, io', 'np.load(io.BytesIO(event["body"]), allow_pickle=True)', 'deserialise'],
  ['numpy safe', 'import numpy as np, io', 'np.load(io.BytesIO(event["body"]))', ''],
  ['read_pickle', 'import pandas as pd, io', 'pd.read_pickle(io.BytesIO(event["body"]))', 'deserialise'],
  ['lxml default', 'from lxml import etree', 'etree.fromstring(event["body"])', ''],
  [
    'lxml entities',
    'from lxml import etree',
    `p = etree.XMLParser(resolve_entities=True)
etree.fromstring(event["body"], p)`,
    'xml',
  ],
  [
    'lxml kw parser',
    'from lxml import etree',
    'etree.fromstring(event["body"], parser=etree.XMLParser(no_network=False))',
    'xml',
  ],
  [
    'lxml safe parser',
    'from lxml import etree',
    'etree.fromstring(event["body"], etree.XMLParser(resolve_entities=False))',
    '',
  ],
  ['sax default', 'import xml.sax', 'xml.sax.parseString(event["body"], h)', ''],
  [
    'sax entities',
    `import xml.sax
from xml.sax.handler import feature_external_ges`,
    `p = xml.sax.make_parser()
p.setFeature(feature_external_ges, True)
p.parse(event["body"])`,
    'xml sax',
  ],
  ['elementtree', 'import xml.etree.ElementTree as ET', 'ET.fromstring(event["body"])', ''],
  ['defusedxml', 'from defusedxml.lxml import fromstring', 'fromstring(event["body"])', ''],
  ['jinja', 'from jinja2 import Environment', 'Environment().from_string(event["body"]).render()', 'template'],
  ['jinja vars', 'from jinja2 import Template', 'Template("Hi {{ n }}").render(n=event["body"])', ''],
  ['format', '', 'return event["body"].format(user={})', 'template'],
  ['format var', '', 'return "Hi {}".format(event["body"])', ''],
  ['Formatter', 'import string', 'string.Formatter().vformat(event["body"], [], {})', 'template'],
])('Python: %s', (_, imports, body, told) => expect(toldInPython(imports, body, told)).toBe(told));

test.each([
  [
    'render_template_string',
    'handler.py',
    `from flask import Flask, request, render_template_string
app = Flask(__name__)
@app.route('/')
def a():
    return render_template_string(request.args['q'])
`,
    'template',
  ],
])('%s (%s)', (_, path, text, told) => expect(toldInFile(path, text, { told, handler: registered })).toBe(told));
