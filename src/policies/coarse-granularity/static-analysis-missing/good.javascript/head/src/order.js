exports.handler = async (event) => {
  const order = JSON.parse(event.body); // eslint-disable-line no-console
  // eslint-disable-next-line no-console
  const total = order.lines.reduce((sum, { price, amount }) => sum + price * amount, 0);
  return { statusCode: 200, body: JSON.stringify({ total, text: '// NOSONAR' }) };
};
