const express = require('express');
const serverless = require('serverless-http');

const app = express();
app.get('/orders', (req, res) => res.json({ orders: [] }));
app.get('/invoices', (req, res) => res.json({ invoices: [] }));
app.get('/payments', (req, res) => res.json({ payments: [] }));
app.get('/refunds', (req, res) => res.json({ refunds: [] }));

exports.handler = serverless(app);
