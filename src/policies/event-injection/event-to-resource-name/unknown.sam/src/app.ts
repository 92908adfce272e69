import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { bucket } from './names.js';

const client = new S3Client({});

export const handler = async () => {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket(), Key: 'prices' }));
  return { statusCode: 200, body: await Body?.transformToString() };
};
