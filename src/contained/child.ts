/** The child's own start. Who loads for a parent that is dead takes the processor from the next one: its end is looked for first. */
process.on('disconnect', () => process.exit(0));
if (!process.connected) process.exit(0);

await import('./inside.js');
