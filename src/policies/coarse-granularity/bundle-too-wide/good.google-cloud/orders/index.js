exports.placeOrder = (request, response) => response.json({ placed: request.body.id });
