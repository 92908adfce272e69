const orders = require('./orders');

exports.handler = async () => {
  try {
    return { statusCode: 200, body: await orders.list() };
  } catch (err) {
    return { statusCode: 500, body: JSON.stringify({ error: err }) };
  }
};
