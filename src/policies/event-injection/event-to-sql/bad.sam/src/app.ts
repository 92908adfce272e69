import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Pool } from 'pg';

const pool = new Pool();

export const handler = async (event: APIGatewayProxyEventV2) => {
  const id = event.queryStringParameters?.id;
  const { rows } = await pool.query(`SELECT * FROM orders WHERE id = '${id}'`);
  return { statusCode: 200, body: JSON.stringify(rows) };
};
