import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../../../src/languages/python/parse.js';
import { toldIn, toldInPython } from '../../../support/told.js';

beforeAll(preparePython);

test.each([
  [
    'agent',
    `import https from 'https'; const a = new https.Agent({ rejectUnauthorized: false });`,
    '',
    'tls rejectUnauthorized',
  ],
  ['env', `process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';`, '', 'tls NODE_TLS_REJECT_UNAUTHORIZED'],
  ['env index', `process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = 0;`, '', 'tls NODE_TLS_REJECT_UNAUTHORIZED'],
  [
    'checkServerIdentity',
    `import https from 'https'; const a = new https.Agent({ checkServerIdentity: () => undefined });`,
    '',
    'tls checkServerIdentity',
  ],
  [
    'checkServerIdentity real',
    `import https from 'https'; const a = new https.Agent({ checkServerIdentity: (h, c) => { if (c.fingerprint !== 'x') return new Error('x'); } });`,
    '',
    '',
  ],
  [
    'strictSSL',
    `import request from 'request';`,
    `request({ url: 'https://a.example/', strictSSL: false })`,
    'tls strictSSL',
  ],
  [
    'pg ssl',
    `import { Pool } from 'pg'; const p = new Pool({ ssl: { rejectUnauthorized: false } });`,
    '',
    'tls rejectUnauthorized',
  ],
  [
    'sslmode',
    `import { Pool } from 'pg'; const p = new Pool({ connectionString: 'postgres://u@h.example/d?sslmode=disable' });`,
    '',
    'tls cleartext',
  ],
  [
    'mongo',
    `import { MongoClient } from 'mongodb'; const c = new MongoClient('x', { tlsAllowInvalidCertificates: true });`,
    '',
    'tls tlsAllowInvalidCertificates',
  ],
  [
    'mongo url',
    `import { MongoClient } from 'mongodb'; const c = new MongoClient('mongodb://h.example/d?tls=false');`,
    '',
    'tls cleartext',
  ],
])('%s', (_, imports, body, told) => expect(toldIn(imports, body, told)).toBe(told));

test.each([
  ['requests', 'import requests', 'requests.get("https://a.example/", verify=False)', 'tls verify'],
  [
    'requests session',
    `import requests
s = requests.Session()
s.verify = False`,
    'pass',
    'tls verify',
  ],
  ['ssl context', 'import ssl', 'ssl._create_unverified_context()', 'tls context'],
  [
    'cert none',
    'import ssl',
    `ctx = ssl.create_default_context()
ctx.check_hostname = False
ctx.verify_mode = ssl.CERT_NONE`,
    'tls check_hostname, tls verify_mode',
  ],
  [
    'default https',
    `import ssl
ssl._create_default_https_context = ssl._create_unverified_context`,
    'pass',
    'tls _create_default_https_context',
  ],
  [
    'urllib3',
    `import urllib3
h = urllib3.PoolManager(cert_reqs="CERT_NONE")`,
    'pass',
    'tls cert_reqs',
  ],
  [
    'urllib3 const',
    `import urllib3, ssl
h = urllib3.PoolManager(cert_reqs=ssl.CERT_NONE)`,
    'pass',
    'tls cert_reqs',
  ],
  [
    'aiohttp',
    'import aiohttp',
    `s = aiohttp.ClientSession()
s.get("https://a.example/", ssl=False)`,
    'tls ssl',
  ],
  ['aiohttp connector', 'import aiohttp', 'aiohttp.TCPConnector(verify_ssl=False)', 'tls verify_ssl'],
  [
    'httpx client',
    `import httpx
c = httpx.Client(verify=False)`,
    'pass',
    'tls verify',
  ],
  [
    'boto3',
    `import boto3
c = boto3.client("s3", verify=False)`,
    'pass',
    'tls verify',
  ],
  [
    'sslmode',
    `import psycopg2
c = psycopg2.connect(host="h", sslmode="disable")`,
    'pass',
    'tls cleartext',
  ],
  [
    'sslmode prefer',
    `import psycopg2
c = psycopg2.connect("postgresql://u@h.example/d?sslmode=prefer")`,
    'pass',
    'tls cleartext',
  ],
  [
    'sslmode require',
    `import psycopg2
c = psycopg2.connect(host="h", sslmode="require")`,
    'pass',
    '',
  ],
  [
    'pymongo',
    `from pymongo import MongoClient
c = MongoClient("x", tlsAllowInvalidCertificates=True)`,
    'pass',
    'tls tlsAllowInvalidCertificates',
  ],
])('Python: %s', (_, imports, body, told) => expect(toldInPython(imports, body, told)).toBe(told));
