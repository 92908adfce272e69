const handle = async (context) => {
  const tenant = context.query.tenant;
  return { body: { tenant } };
};

module.exports = { handle };
