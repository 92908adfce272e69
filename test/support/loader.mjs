// How tests are read, started by `node --import`: types are taken away by esbuild, which the build uses too (`npm run
// typecheck` checks them), `.js` in an import means the `.ts` beside it, and the words of jest are those of its runner.
import { register } from 'node:module';

register('./reading.mjs', import.meta.url);

// Plain output, said before anything asks: a runner says FORCE_COLOR where its own output may be coloured, a CI service CI.
delete process.env.FORCE_COLOR;
process.env.NO_COLOR = '1';

// The runner answers all its processes when the first of them asks: one that was not asking yet would wait for ever, and so
// would one that asks before anybody listens. It is listened to from when the pool listens, since what came before would be
// lost to the pool, and asked until it answers.
const send = process.send?.bind(process);
if (send !== undefined) {
  const again = 200;
  let answer;
  let asking;
  const keep = (message) => {
    if (message?.type !== 'jest-light-runner-worker-data') return;
    answer = message;
    clearInterval(asking);
  };
  process.on('newListener', function listen(event) {
    if (event !== 'message') return;
    process.off('newListener', listen);
    process.nextTick(() => process.on('message', keep));
  });
  process.send = (message, ...rest) => {
    if (message !== 'jest-light-runner-get-worker-data') return send(message, ...rest);
    if (answer !== undefined) return process.emit('message', answer);
    asking ??= setInterval(() => process.connected && send(message), again);
    return send(message, ...rest);
  };
}
