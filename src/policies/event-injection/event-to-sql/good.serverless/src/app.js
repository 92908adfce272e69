const mysql = require('mysql2/promise');

const columns = ['created', 'price'];

exports.handler = async (event) => {
  const { sort } = event.queryStringParameters;
  if (!columns.includes(sort)) return { statusCode: 400 };
  const db = await mysql.createConnection({ host: process.env.HOST });
  const [rows] = await db.execute('SELECT * FROM orders ORDER BY ' + sort);
  return { statusCode: 200, body: JSON.stringify(rows) };
};
