const ejs = require('ejs');

exports.handler = async (event) => ({
  statusCode: 200,
  body: ejs.render('<p><%= text %></p>', { text: event.queryStringParameters.text }),
});
