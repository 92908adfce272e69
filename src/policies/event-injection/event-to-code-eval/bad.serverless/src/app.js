exports.handler = async (event) => {
  const run = new Function('order', event.queryStringParameters.rule);
  return { statusCode: 200, body: String(run({})) };
};
