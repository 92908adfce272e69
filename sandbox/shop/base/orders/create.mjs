import { randomUUID } from 'node:crypto';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { parseOrder } from './order.mjs';

const database = new DynamoDBClient({});
const queue = new SQSClient({});

/** Stores an order and asks for its payment. */
export async function handler(event) {
  const order = parseOrder(event.body);
  if (order === undefined) return { statusCode: 400, body: 'Not an order' };
  const id = randomUUID();
  await database.send(
    new PutItemCommand({
      TableName: process.env.ORDERS_TABLE,
      Item: { id: { S: id }, product: { S: order.product }, pieces: { N: String(order.pieces) } },
    }),
  );
  await queue.send(new SendMessageCommand({ QueueUrl: process.env.PAYMENTS_QUEUE, MessageBody: id }));
  return { statusCode: 202, body: JSON.stringify({ id }) };
}
