const { execFile } = require('child_process');

const convert = (name) => execFile('convert', ['-resize', '100x100', name]);

exports.handler = async (event) => {
  convert(event.queryStringParameters.name);
  return { statusCode: 202 };
};
