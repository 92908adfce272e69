const cors = require('cors');
const express = require('express');
const serverless = require('serverless-http');
const { accountOf } = require('./accounts');

const app = express();
app.use(cors({ origin: true, credentials: true }));
app.get('/account', async (req, res) => res.json(await accountOf(req)));

exports.handler = serverless(app);
