const apiKey = process.env.API_KEY;

exports.handler = async () => {
  const answer = await fetch('https://rates.bank.io/latest', { headers: { 'x-api-key': apiKey } });
  return { statusCode: 200, body: await answer.text() };
};
