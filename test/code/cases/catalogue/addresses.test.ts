import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../../../src/languages/python/parse.js';
import { toldIn, toldInPython } from '../../../support/told.js';

beforeAll(preparePython);

test.each([
  ['fetch host', '', `await fetch('https://' + event.queryStringParameters.q + '/x')`, 'url'],
  ['fetch path', '', `await fetch('https://api.example.com/' + event.queryStringParameters.q)`, ''],
  ['fetch host end', '', 'await fetch(`https://api.example.com${event.queryStringParameters.q}`)', 'url'],
  ['got', `import got from 'got';`, 'await got(event.queryStringParameters.q)', 'url'],
  [
    'axios config',
    `import axios from 'axios';`,
    `await axios({ method: 'get', url: event.queryStringParameters.q })`,
    'url',
  ],
  ['undici', `import { request } from 'undici';`, 'await request(event.queryStringParameters.q)', 'url'],
  [
    'http.request options',
    `import http from 'http';`,
    `http.request({ hostname: event.queryStringParameters.q, path: '/' })`,
    'url',
  ],
  ['https.get', `import https from 'https';`, 'https.get(event.queryStringParameters.q)', 'url'],
  [
    'puppeteer',
    `import puppeteer from 'puppeteer-core';`,
    'const br = await puppeteer.launch(); const p = await br.newPage(); await p.goto(event.queryStringParameters.q)',
    'url',
  ],
  [
    'playwright',
    `import { chromium } from 'playwright-core';`,
    'const br = await chromium.launch(); const p = await br.newPage(); await p.goto(event.queryStringParameters.q)',
    'url',
  ],
  ['request', `import request from 'request';`, 'request({ uri: event.queryStringParameters.q })', 'url'],
  [
    'signed url',
    `import { S3Client, PutObjectCommand } from '@aws-sdk/client-s3'; import { getSignedUrl } from '@aws-sdk/s3-request-presigner'; const c = new S3Client({});`,
    'const u = await getSignedUrl(c, new PutObjectCommand({ Bucket: process.env.B, Key: event.queryStringParameters.q })); await fetch(u)',
    '',
  ],
  [
    'host list',
    '',
    `const u = new URL(event.queryStringParameters.q); if (u.protocol !== 'https:' || !['a.example'].includes(u.hostname)) throw new Error('x'); await fetch(u)`,
    '',
  ],
  ['fetch http', '', `await fetch('http://api.partner.example.com/x')`, 'cleartext http api.partner.example.com  http'],
  ['fetch localhost', '', `await fetch('http://localhost:3000/x')`, ''],
  [
    'redis url',
    `import { createClient } from 'redis'; const c = createClient({ url: 'redis://cache.example.com:6379' });`,
    '',
    'cleartext redis cache.example.com  ',
  ],
  [
    'ioredis url',
    `import Redis from 'ioredis'; const c = new Redis('redis://cache.example.com:6379');`,
    '',
    'cleartext redis cache.example.com  redis',
  ],
  [
    'amqp',
    `import amqp from 'amqplib';`,
    `await amqp.connect('amqp://mq.example.com')`,
    'cleartext amqp mq.example.com  amqp',
  ],
  [
    'ws',
    `import WebSocket from 'ws';`,
    `new WebSocket('ws://push.example.com/x')`,
    'cleartext ws push.example.com  ws',
  ],
  [
    'ldap',
    `import ldap from 'ldapjs';`,
    `ldap.createClient({ url: 'ldap://dir.example.com' })`,
    'cleartext ldap dir.example.com  ',
  ],
  [
    'mqtt',
    `import mqtt from 'mqtt';`,
    `mqtt.connect('mqtt://broker.example.com')`,
    'cleartext mqtt broker.example.com  mqtt',
  ],
  [
    'ftp',
    `import { Client } from 'basic-ftp';`,
    `const c = new Client(); await c.access({ host: 'ftp.example.com', secure: false })`,
    'cleartext ftp ftp.example.com  ',
  ],
  ['namespace', '', `const ns = 'http://www.w3.org/2000/svg'; return ns`, ''],
])('%s', (_, imports, body, told) => expect(toldIn(imports, body, told)).toBe(told));

test.each([
  ['requests.request', 'import requests', 'requests.request("GET", event["queryStringParameters"]["q"])', 'url'],
  ['requests post', 'import requests', 'requests.post(url=event["queryStringParameters"]["q"], json={})', 'url'],
  [
    'requests session',
    `import requests
s = requests.Session()`,
    's.get(event["queryStringParameters"]["q"])',
    'url',
  ],
  [
    'httpx async',
    'import httpx',
    `with httpx.AsyncClient() as c:
    c.get(event["queryStringParameters"]["q"])`,
    'url',
  ],
  [
    'aiohttp',
    'import aiohttp',
    `s = aiohttp.ClientSession()
s.get(event["queryStringParameters"]["q"])`,
    'url',
  ],
  [
    'urllib3',
    `import urllib3
http = urllib3.PoolManager()`,
    'http.request("GET", event["queryStringParameters"]["q"])',
    'url',
  ],
  [
    'urllib3 fixed',
    `import urllib3
http = urllib3.PoolManager()`,
    'http.request("GET", "https://api.example.com/" + event["queryStringParameters"]["q"])',
    '',
  ],
  ['urllib', 'import urllib.request', 'urllib.request.urlopen(event["queryStringParameters"]["q"])', 'url'],
  ['pandas', 'import pandas as pd', 'pd.read_csv(event["queryStringParameters"]["q"])', 'url'],
  ['endpoint', 'import boto3', 'boto3.client("s3", endpoint_url=event["queryStringParameters"]["q"])', 'url'],
  ['http.client', 'import http.client', 'http.client.HTTPSConnection(event["queryStringParameters"]["q"])', 'url'],
  [
    'requests http',
    'import requests',
    'requests.get("http://api.partner.example.com/x")',
    'cleartext http api.partner.example.com  http',
  ],
  [
    'smtp',
    'import smtplib',
    `s = smtplib.SMTP("mail.example.com", 25)
s.sendmail("a", "b", "c")`,
    'cleartext smtp mail.example.com  ',
  ],
  [
    'smtp starttls',
    'import smtplib',
    `s = smtplib.SMTP("mail.example.com", 25)
s.starttls()
s.sendmail("a", "b", "c")`,
    '',
  ],
  ['ftplib', 'import ftplib', 'ftplib.FTP("ftp.example.com")', 'cleartext ftp ftp.example.com  '],
  [
    'redis url',
    `import redis
c = redis.from_url("redis://cache.example.com:6379")`,
    'pass',
    'cleartext redis cache.example.com  redis',
  ],
])('Python: %s', (_, imports, body, told) => expect(toldInPython(imports, body, told)).toBe(told));
