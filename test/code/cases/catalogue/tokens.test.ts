import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../../../src/languages/python/parse.js';
import { toldIn, toldInPython } from '../../../support/told.js';

beforeAll(preparePython);

test.each([
  [
    'decode',
    `import jwt from 'jsonwebtoken';`,
    'const c = jwt.decode(event.headers.authorization); return c.sub',
    'token decoded',
  ],
  [
    'decode kid then verify',
    `import jwt from 'jsonwebtoken';`,
    `const h = jwt.decode(event.headers.authorization, { complete: true }); return jwt.verify(event.headers.authorization, keys[h.header.kid], { algorithms: ['RS256'] })`,
    '',
  ],
  [
    'verify without algorithms',
    `import jwt from 'jsonwebtoken';`,
    'return jwt.verify(event.headers.authorization, process.env.PUBLIC_KEY)',
    'token algorithms',
  ],
  [
    'verify with algorithms',
    `import jwt from 'jsonwebtoken';`,
    `return jwt.verify(event.headers.authorization, process.env.PUBLIC_KEY, { algorithms: ['RS256'] })`,
    '',
  ],
  [
    'verify none',
    `import jwt from 'jsonwebtoken';`,
    `return jwt.verify(event.headers.authorization, '', { algorithms: ['none'] })`,
    'token none',
  ],
  [
    'verify mixed',
    `import jwt from 'jsonwebtoken';`,
    `return jwt.verify(event.headers.authorization, process.env.KEY, { algorithms: ['HS256', 'RS256'] })`,
    'token mixed',
  ],
  [
    'ignoreExpiration',
    `import jwt from 'jsonwebtoken';`,
    `return jwt.verify(event.headers.authorization, process.env.KEY, { algorithms: ['HS256'], ignoreExpiration: true })`,
    'token expired',
  ],
  [
    'jwt-simple',
    `import jwt from 'jwt-simple';`,
    'return jwt.decode(event.headers.authorization, process.env.K, true)',
    'token unverified',
  ],
  [
    'jose decodeJwt',
    `import * as jose from 'jose';`,
    'return jose.decodeJwt(event.headers.authorization).sub',
    'token decoded',
  ],
  [
    'jwt-decode',
    `import { jwtDecode } from 'jwt-decode';`,
    'return jwtDecode(event.headers.authorization).sub',
    'token decoded',
  ],
  [
    'manual base64',
    '',
    `const [, p] = event.headers.authorization.split('.'); const c = JSON.parse(Buffer.from(p, 'base64').toString()); return c.sub`,
    'token decoded',
  ],
  [
    'manual base64 index',
    '',
    `const c = JSON.parse(atob(event.headers.Authorization.split(' ')[1].split('.')[1])); return c.sub`,
    'token decoded',
  ],
  [
    'base64 of a body',
    '',
    `const [, p] = event.body.split('.'); const c = JSON.parse(Buffer.from(p, 'base64').toString()); return c.sub`,
    '',
  ],
  [
    'manual with verify',
    `import jwt from 'jsonwebtoken';`,
    `const t = event.headers.authorization; jwt.verify(t, k, { algorithms: ['RS256'] }); const c = JSON.parse(atob(t.split('.')[1])); return c.sub`,
    '',
  ],
  [
    'compare secret',
    '',
    `if (event.headers['x-api-key'] !== process.env.API_KEY) return { statusCode: 401 }; return {}`,
    'token compared',
  ],
  ['compare stage', '', 'if (event.queryStringParameters.stage !== process.env.STAGE) return {}; return {}', ''],
  [
    'compare safe',
    `import crypto from 'crypto';`,
    `if (!crypto.timingSafeEqual(Buffer.from(event.headers['x-api-key']), Buffer.from(process.env.API_KEY))) return {}; return {}`,
    '',
  ],
  [
    'hmac compared',
    `import crypto from 'crypto';`,
    `const s = crypto.createHmac('sha256', process.env.SECRET).update(event.body).digest('hex'); if (s !== event.headers['x-hub-signature']) return { statusCode: 401 }; return {}`,
    'token compared',
  ],
  [
    'hmac safe',
    `import crypto from 'crypto';`,
    `const s = crypto.createHmac('sha256', process.env.SECRET).update(event.body).digest(); if (!crypto.timingSafeEqual(s, Buffer.from(event.headers['x-hub-signature'], 'hex'))) return { statusCode: 401 }; return {}`,
    '',
  ],
])('%s', (_, imports, body, told) => expect(toldIn(imports, body, told)).toBe(told));

test.each([
  [
    'unverified',
    'import jwt',
    'return jwt.decode(event["headers"]["authorization"], options={"verify_signature": False})',
    'token unverified',
  ],
  [
    'verify=False',
    'import jwt',
    'return jwt.decode(event["headers"]["authorization"], verify=False)',
    'token unverified',
  ],
  ['none', 'import jwt', 'return jwt.decode(event["headers"]["authorization"], "", algorithms=["none"])', 'token none'],
  [
    'mixed',
    'import jwt',
    'return jwt.decode(event["headers"]["authorization"], key, algorithms=["HS256", "RS256"])',
    'token mixed',
  ],
  ['good', 'import jwt', 'return jwt.decode(event["headers"]["authorization"], key, algorithms=["RS256"])', ''],
  [
    'jose claims',
    'from jose import jwt',
    'return jwt.get_unverified_claims(event["headers"]["authorization"])',
    'token decoded',
  ],
  [
    'manual',
    'import base64, json',
    `p = event["headers"]["Authorization"].split(".")[1]
c = json.loads(base64.b64decode(p + "=="))
return c["sub"]`,
    'token decoded',
  ],
  [
    'compare secret',
    'import os',
    `if event["headers"].get("x-api-key") != os.environ["API_KEY"]:
    return {"statusCode": 401}
return {}`,
    'token compared',
  ],
  [
    'compare digest',
    'import os, hmac',
    `if not hmac.compare_digest(event["headers"].get("x-api-key"), os.environ["API_KEY"]):
    return {"statusCode": 401}
return {}`,
    '',
  ],
  [
    'hmac compared',
    'import hmac, hashlib, os',
    `s = hmac.new(os.environ["SECRET"].encode(), event["body"].encode(), hashlib.sha256).hexdigest()
if s != event["headers"]["x-hub-signature"]:
    return {"statusCode": 401}
return {}`,
    'token compared',
  ],
])('Python: %s', (_, imports, body, told) => expect(toldInPython(imports, body, told)).toBe(told));
