export const handler = async (event: { pathParameters: { id: string } }) => {
  console.log(`order ${event.pathParameters.id} is asked for`);
  return { statusCode: 200 };
};
