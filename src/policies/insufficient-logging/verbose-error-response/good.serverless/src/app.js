const orders = require('./orders');

exports.handler = async () => {
  try {
    return { statusCode: 200, body: await orders.list() };
  } catch (err) {
    console.error(err);
    return { statusCode: 500, body: 'Internal error' };
  }
};
