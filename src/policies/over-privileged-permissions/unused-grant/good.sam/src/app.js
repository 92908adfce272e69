const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, GetCommand } = require('@aws-sdk/lib-dynamodb');

const orders = DynamoDBDocumentClient.from(new DynamoDBClient({}));

exports.handler = async (event) => {
  const { id } = event.pathParameters;
  const { Item } = await orders.send(new GetCommand({ TableName: process.env.TABLE, Key: { id } }));
  return { statusCode: 200, body: JSON.stringify(Item) };
};
