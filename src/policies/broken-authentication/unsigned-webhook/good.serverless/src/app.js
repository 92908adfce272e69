const { createHmac, timingSafeEqual } = require('node:crypto');
const { markPaid } = require('./orders');

exports.handler = async (event) => {
  const expected = createHmac('sha256', process.env.SIGNING).update(event.body).digest();
  const given = Buffer.from(event.headers['x-hub-signature-256'] ?? '', 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { statusCode: 401 };
  await markPaid(JSON.parse(event.body).id);
  return { statusCode: 200 };
};
