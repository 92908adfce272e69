const { save } = require('./orders');

exports.handler = async (event) => {
  for (const { body } of event.Records) {
    try {
      await save(JSON.parse(body));
    } catch (error) {
      console.error('not saved', error);
      throw error;
    }
  }
};
