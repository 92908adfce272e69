const functions = require('@google-cloud/functions-framework');

functions.http('read', (req, res) => {
  const tenant = req.query.tenant;
  res.json({ tenant });
});
