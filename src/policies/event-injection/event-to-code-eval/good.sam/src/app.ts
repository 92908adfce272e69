import type { APIGatewayProxyEventV2 } from 'aws-lambda';

const totals: Record<string, (amount: number) => number> = { net: (amount) => amount, gross: (amount) => amount * 1.2 };

export const handler = async (event: APIGatewayProxyEventV2) => {
  const { formula, amount } = JSON.parse(event.body ?? '{}');
  const total = totals[formula];
  return { statusCode: 200, body: JSON.stringify({ total: total?.(Number(amount)) }) };
};
