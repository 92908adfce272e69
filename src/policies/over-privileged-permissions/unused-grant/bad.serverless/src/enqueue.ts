import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

const queue = new SQSClient({});

export async function handler(): Promise<void> {
  await queue.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: 'count' }));
}
