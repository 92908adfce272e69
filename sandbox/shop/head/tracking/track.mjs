import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

const database = new DynamoDBClient({});

/** Says whether an order is paid. */
export async function handler(event) {
  const id = event.queryStringParameters?.id ?? '';
  const { Item } = await database.send(
    new GetItemCommand({ TableName: process.env.ORDERS_TABLE, Key: { id: { S: id } } }),
  );
  if (Item === undefined) return { statusCode: 404, body: 'No such order' };
  return { statusCode: 200, body: JSON.stringify({ paid: Item.paid?.BOOL ?? false }) };
}
