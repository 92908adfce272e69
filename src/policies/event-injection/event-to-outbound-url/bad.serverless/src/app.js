const axios = require('axios');

exports.handler = async (event) => {
  const { data } = await axios.get(`https://${event.queryStringParameters.region}.example.com/prices`);
  return { statusCode: 200, body: JSON.stringify(data) };
};
