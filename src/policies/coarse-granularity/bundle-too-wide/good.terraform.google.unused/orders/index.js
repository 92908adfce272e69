const functions = require('@google-cloud/functions-framework');
const { z } = require('zod');

functions.http('place', (req, res) => res.json(z.object({ id: z.string() }).parse(req.body)));
