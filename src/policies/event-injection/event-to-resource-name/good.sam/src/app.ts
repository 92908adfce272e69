import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

const client = new S3Client({});

export const handler = async (event: APIGatewayProxyEventV2) => {
  const { key } = JSON.parse(event.body ?? '{}');
  const { Body } = await client.send(new GetObjectCommand({ Bucket: process.env.BUCKET, Key: `shared/${key}` }));
  return { statusCode: 200, body: await Body?.transformToString() };
};
