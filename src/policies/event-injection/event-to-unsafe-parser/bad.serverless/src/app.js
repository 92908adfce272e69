const libxml = require('libxmljs');

exports.handler = async (event) => {
  const order = libxml.parseXml(event.body, { noent: true });
  return { statusCode: 200, body: order.root().name() };
};
