export const handler = async (event: { pathParameters: { id: string } }) => {
  console.log('order is asked for', { id: event.pathParameters.id });
  return { statusCode: 200 };
};
