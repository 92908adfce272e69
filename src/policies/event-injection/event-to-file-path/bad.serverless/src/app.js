const fs = require('fs');
const path = require('path');

exports.handler = async (event) => {
  const file = path.join('/tmp', event.queryStringParameters.name);
  fs.writeFileSync(file, event.body);
  return { statusCode: 201 };
};
