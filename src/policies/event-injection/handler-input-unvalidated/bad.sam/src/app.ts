import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

const sqs = new SQSClient({});

export async function handler(event: { body: string }) {
  const order = JSON.parse(event.body);
  const MessageBody = JSON.stringify({ item: order.item, amount: order.amount });
  await sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE_URL, MessageBody }));
  return { statusCode: 202 };
}
