import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * Loaded into a server that is measured: tells, when asked, for how long its main loop was held up at worst since it
 * was asked before, in milliseconds. The clock of the measure ticks every millisecond, so an idle loop answers a
 * little more than one.
 */
const delays = monitorEventLoopDelay({ resolution: 1 });
delays.enable();
process.on('message', () => {
  process.send?.(delays.max / 1e6);
  delays.reset();
});
// Being asked does not keep a server alive.
process.channel?.unref();
