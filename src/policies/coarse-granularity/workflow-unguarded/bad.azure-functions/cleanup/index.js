const df = require('durable-functions');

module.exports = df.orchestrator(function* (context) {
  yield context.df.callActivity('clean');
  context.df.continueAsNew();
});
