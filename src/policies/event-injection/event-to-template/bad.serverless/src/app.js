const ejs = require('ejs');

exports.handler = async (event) => ({
  statusCode: 200,
  body: ejs.render('<p>' + event.queryStringParameters.text + '</p>', {}),
});
