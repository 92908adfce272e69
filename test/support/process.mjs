// What holds for a process that runs tests.
import { addEventHandler } from 'jest-circus';

// A failure names the line of the TypeScript.
process.setSourceMapsEnabled(true);

// A test that fails may leave a server behind; the process ends with its runner all the same.
process.on('disconnect', () => process.exit());

// The guard against hangs, which the runner leaves to others; a loaded machine with two cores may take its time.
const limit = 60_000;
addEventHandler((event, { currentDescribeBlock }) => {
  if (event.name === 'add_test') limited(currentDescribeBlock.tests.at(-1), event.timeout);
  if (event.name === 'add_hook') limited(currentDescribeBlock.hooks.at(-1), event.timeout);
});

function limited(added, timeout = limit) {
  const { fn } = added;
  added.fn = async () => {
    let timer;
    const tooLong = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`This took longer than ${timeout} ms.`)), timeout);
    });
    try {
      await Promise.race([fn(), tooLong]);
    } finally {
      clearTimeout(timer);
    }
  };
}
