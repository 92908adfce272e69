const { markPaid } = require('./orders');

exports.handler = async (event) => {
  const { type, data } = JSON.parse(event.body);
  if (type === 'checkout.session.completed') await markPaid(data.object.id);
  return { statusCode: 200 };
};
