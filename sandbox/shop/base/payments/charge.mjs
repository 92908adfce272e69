import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const database = new DynamoDBClient({});
const storage = new S3Client({});

async function charge(id) {
  await database.send(
    new UpdateItemCommand({
      TableName: process.env.ORDERS_TABLE,
      Key: { id: { S: id } },
      UpdateExpression: 'SET paid = :yes',
      ExpressionAttributeValues: { ':yes': { BOOL: true } },
    }),
  );
  await storage.send(
    new PutObjectCommand({ Bucket: process.env.RECEIPTS_BUCKET, Key: `receipts/${id}.txt`, Body: `Paid: ${id}` }),
  );
}

/** Charges a batch of orders and reports those that have to be tried again. */
export async function handler(event) {
  const batchItemFailures = [];
  for (const record of event.Records) {
    try {
      await charge(record.body);
    } catch {
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures };
}
