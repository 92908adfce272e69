import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { z } from 'zod';

const sqs = new SQSClient({});
const Order = z.object({ item: z.string().max(50), amount: z.number().int().positive() }).strict();

export async function handler(event: { body: string }) {
  const order = Order.safeParse(JSON.parse(event.body));
  if (!order.success) return { statusCode: 400 };
  const MessageBody = JSON.stringify(order.data);
  await sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE_URL, MessageBody }));
  return { statusCode: 202 };
}
