const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event) => {
  await table.put({ TableName: process.env.TABLE, Item: JSON.parse(event.body) }).promise();
  return { statusCode: 201 };
};
