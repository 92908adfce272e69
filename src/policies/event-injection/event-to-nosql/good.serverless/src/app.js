const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event) => {
  const { id, text } = JSON.parse(event.body);
  await table.put({ TableName: process.env.TABLE, Item: { id: String(id), text: String(text) } }).promise();
  return { statusCode: 201 };
};
