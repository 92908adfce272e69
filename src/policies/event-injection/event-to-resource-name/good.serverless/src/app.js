const AWS = require('aws-sdk');

const lambda = new AWS.Lambda();

exports.handler = async (event) => {
  const { action } = event.queryStringParameters;
  await lambda.invoke({ FunctionName: process.env.WORKER, Payload: JSON.stringify({ action }) }).promise();
  return { statusCode: 202 };
};
