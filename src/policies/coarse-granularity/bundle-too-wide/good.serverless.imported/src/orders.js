const { stringify } = require('csv-stringify/sync');
const { z } = require('zod');

const Order = z.object({ id: z.string() });

exports.handler = async (event) => stringify([[Order.parse(event).id]]);
