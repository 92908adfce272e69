const mysql = require('mysql2/promise');

exports.handler = async (event) => {
  const db = await mysql.createConnection({ host: process.env.HOST });
  const [rows] = await db.execute('SELECT * FROM orders ORDER BY ' + event.queryStringParameters.sort);
  return { statusCode: 200, body: JSON.stringify(rows) };
};
