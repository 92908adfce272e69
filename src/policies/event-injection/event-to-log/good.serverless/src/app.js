exports.handler = async (event) => {
  console.info('asked for ' + JSON.stringify(event.queryStringParameters.name));
  return { statusCode: 200 };
};
