import { parseOrder } from '@shop/orders';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

const sqs = new SQSClient({});

export async function handler(event: { body: string }) {
  const MessageBody = JSON.stringify(parseOrder(event.body));
  await sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE_URL, MessageBody }));
  return { statusCode: 202 };
}
