const rules = { free: () => 0, full: (order) => order.price };

exports.handler = async (event) => {
  const run = rules[event.queryStringParameters.rule];
  return { statusCode: 200, body: String(run({})) };
};
