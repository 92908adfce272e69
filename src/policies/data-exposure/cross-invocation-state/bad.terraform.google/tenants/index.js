const functions = require('@google-cloud/functions-framework');

let tenant;

functions.http('read', (req, res) => {
  if (!tenant) tenant = req.query.tenant;
  res.json({ tenant });
});
