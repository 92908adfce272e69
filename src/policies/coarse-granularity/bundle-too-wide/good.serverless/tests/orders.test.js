require('../src/orders');
