import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';

const database = new DynamoDBClient({});

/** Answers the products of one shelf. */
export async function handler(event) {
  const shelf = event.queryStringParameters?.shelf ?? 'new';
  if (!/^[a-z-]{1,40}$/.test(shelf)) return { statusCode: 400, body: 'Unknown shelf' };
  const { Items } = await database.send(
    new QueryCommand({
      TableName: process.env.PRODUCTS_TABLE,
      KeyConditionExpression: 'id = :shelf',
      ExpressionAttributeValues: { ':shelf': { S: shelf } },
    }),
  );
  return { statusCode: 200, body: JSON.stringify(Items) };
}
