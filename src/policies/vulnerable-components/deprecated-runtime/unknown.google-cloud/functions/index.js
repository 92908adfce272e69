const functions = require('firebase-functions/v1');

exports.cleanUp = functions.runWith({ maxInstances: 1 }).pubsub.schedule('every day 03:00').onRun(() => removeOldOrders());
