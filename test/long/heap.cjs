// Loaded before the server by the soak: says on SIGUSR2 how much memory is in use once all garbage is gone, in bytes.
require('node:v8').setFlagsFromString('--expose_gc');
const gc = require('node:vm').runInNewContext('gc');
process.on('SIGUSR2', () => {
  gc();
  gc();
  process.stderr.write(`heap ${process.memoryUsage().heapUsed}\n`);
});
