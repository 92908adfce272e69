const axios = require('axios');

exports.handler = async (event) => {
  const { data } = await axios.get(`https://api.example.com/prices/${event.queryStringParameters.region}`);
  return { statusCode: 200, body: JSON.stringify(data) };
};
