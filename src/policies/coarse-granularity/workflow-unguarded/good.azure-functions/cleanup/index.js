const df = require('durable-functions');

module.exports = df.orchestrator(function* (context) {
  yield context.df.callActivity('clean');
  yield context.df.createTimer(later(context.df.currentUtcDateTime, 60));
  context.df.continueAsNew();
});

function later(now, minutes) {
  return new Date(now.getTime() + minutes * 60_000);
}
