const { exec } = require('child_process');

const convert = (name) => exec('convert -resize 100x100 ' + name);

exports.handler = async (event) => {
  convert(event.queryStringParameters.name);
  return { statusCode: 202 };
};
