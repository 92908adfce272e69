const { DynamoDB } = require('@aws-sdk/client-dynamodb');

const orders = new DynamoDB({});

exports.handler = async (event) => {
  const answer = await orders[process.env.OPERATION]({ TableName: process.env.TABLE });
  return { statusCode: 200, body: JSON.stringify(answer) };
};
