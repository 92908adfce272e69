exports.handler = async (event) => {
  console.log('received', JSON.stringify(event));
  return { statusCode: 202 };
};
