const fs = require('fs');
const path = require('path');

exports.handler = async (event) => {
  const file = path.resolve('/tmp', event.queryStringParameters.name);
  if (!file.startsWith('/tmp/')) return { statusCode: 400 };
  fs.writeFileSync(file, event.body);
  return { statusCode: 201 };
};
