exports.handler = async (event) => {
  const order = JSON.parse(event.body); // eslint-disable-line no-console
  return { statusCode: 200, body: JSON.stringify(order) };
};
