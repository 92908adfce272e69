const { SNSClient, PublishCommand } = require('@aws-sdk/client-sns');

const sns = new SNSClient({});

exports.handler = async (event) => {
  const { text } = JSON.parse(event.body);
  if (typeof text !== 'string' || text.length > 200) return { statusCode: 400 };
  await sns.send(new PublishCommand({ TopicArn: process.env.TOPIC_ARN, Message: text }));
  return { statusCode: 202 };
};
