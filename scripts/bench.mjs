// npm run bench: the server under load, beside baselines of the same run on the same machine.
import { runBench } from './bench-program.mjs';

process.exitCode = await runBench('run', process.argv.slice(2));
