import { app } from '@azure/functions';
import { DefaultAzureCredential } from '@azure/identity';
import { ServiceBusClient } from '@azure/service-bus';

const bus = new ServiceBusClient(process.env.BUS, new DefaultAzureCredential()).createSender('orders');

app.http('orders', {
  methods: ['POST'],
  authLevel: 'function',
  handler: async () => {
    await bus.sendMessages({ body: 'order' });
    return { status: 202 };
  },
});
