import { Pool } from 'pg';
import { table } from './names.js';

const pool = new Pool();

export const handler = async () => {
  const { rows } = await pool.query(`SELECT * FROM ${table()}`);
  return { statusCode: 200, body: JSON.stringify(rows) };
};
