// npm run replay: plays a published roll call through the running server's own API.
import { runBench } from './bench-program.mjs';

process.exitCode = await runBench('replay', process.argv.slice(2));
