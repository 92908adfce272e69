const { app, output } = require('@azure/functions');
const { shrink } = require('../pictures');

const small = output.storageBlob({
  path: 'pictures-small/{name}',
  connection: 'PicturesStorage',
});

app.storageBlob('resize', {
  path: 'pictures/{name}',
  connection: 'PicturesStorage',
  return: small,
  handler: (picture) => shrink(picture),
});
