const { BedrockRuntimeClient, ConverseCommand } = require('@aws-sdk/client-bedrock-runtime');

const bedrock = new BedrockRuntimeClient({});

exports.handler = async (event) => {
  const { rules, question } = JSON.parse(event.body);
  const answer = await bedrock.send(
    new ConverseCommand({
      modelId: process.env.MODEL,
      system: [{ text: 'Follow these rules: ' + rules }],
      messages: [{ role: 'user', content: [{ text: question }] }],
    }),
  );
  return { statusCode: 200, body: JSON.stringify(answer.output) };
};
