let user;

exports.handler = async (event) => {
  user = user || JSON.parse(event.body).user;
  return { statusCode: 200, body: JSON.stringify({ user }) };
};
