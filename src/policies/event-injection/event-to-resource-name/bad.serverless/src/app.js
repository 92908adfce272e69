const AWS = require('aws-sdk');

const lambda = new AWS.Lambda();

exports.handler = async (event) => {
  const { action } = event.queryStringParameters;
  await lambda.invoke({ FunctionName: `orders-${action}` }).promise();
  return { statusCode: 202 };
};
