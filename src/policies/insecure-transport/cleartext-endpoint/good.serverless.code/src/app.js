const axios = require('axios');

exports.handler = async (event) => {
  const { data } = await axios.get(`https://rates.bank.io/latest/${Number(event.pathParameters.year)}`);
  return { statusCode: 200, body: JSON.stringify(data) };
};
