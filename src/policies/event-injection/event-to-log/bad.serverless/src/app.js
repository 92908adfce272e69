exports.handler = async (event) => {
  console.info('asked for ' + event.queryStringParameters.name);
  return { statusCode: 200 };
};
