const { z } = require('zod');

const Order = z.object({ id: z.string() });

exports.handler = async (event) => Order.parse(event).id;
