exports.handler = async (event) => {
  console.log('received', event.requestContext.requestId);
  return { statusCode: 202 };
};
