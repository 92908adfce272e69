const express = require('express');
const serverless = require('serverless-http');

const app = express();
app.get('/orders', (req, res) => res.json({ orders: [] }));
app.get('/invoices', (req, res) => res.json({ invoices: [] }));
app.get('/payments', (req, res) => res.json({ payments: [] }));
app.get('/refunds', (req, res) => res.json({ refunds: [] }));
app.get('/customers', (req, res) => res.json({ customers: [] }));
app.get('/carts', (req, res) => res.json({ carts: [] }));
app.get('/stock', (req, res) => res.json({ stock: [] }));
app.get('/prices', (req, res) => res.json({ prices: [] }));
app.get('/coupons', (req, res) => res.json({ coupons: [] }));
app.get('/reviews', (req, res) => res.json({ reviews: [] }));
app.get('/returns', (req, res) => res.json({ returns: [] }));

exports.handler = serverless(app);
