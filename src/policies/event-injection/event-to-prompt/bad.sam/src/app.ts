import OpenAI from 'openai';

const openai = new OpenAI();

export const handler = async (event: { body: string }) => {
  const { style, question } = JSON.parse(event.body);
  const answer = await openai.chat.completions.create({
    model: 'gpt-5-mini',
    messages: [
      { role: 'system', content: `Answer as a ${style}.` },
      { role: 'user', content: question },
    ],
  });
  return { statusCode: 200, body: JSON.stringify(answer.choices[0]?.message) };
};
