let tenant;

const handle = async (context) => {
  if (!tenant) tenant = context.query.tenant;
  return { body: { tenant } };
};

module.exports = { handle };
