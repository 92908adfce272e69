const jwt = require('jsonwebtoken');

exports.handler = async (event) => {
  const claims = jwt.verify(event.headers.authorization, process.env.KEY, { algorithms: ['RS256'] });
  return { statusCode: 200, body: JSON.stringify({ name: claims.name }) };
};
