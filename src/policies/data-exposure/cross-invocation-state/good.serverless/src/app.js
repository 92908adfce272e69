exports.handler = async (event) => {
  const { user } = JSON.parse(event.body);
  return { statusCode: 200, body: JSON.stringify({ user }) };
};
