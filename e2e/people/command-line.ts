import { spawn } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from './house.ts';

export interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Runs one of the project's scripts as a person at a terminal would. */
export function runs(script: string, ...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const command = spawn(process.execPath, [path.join(projectRoot, 'scripts', `${script}.mjs`), ...args], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [command.stdout, command.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    command.on('close', (code) => resolve({ code: code ?? -1, output }));
  });
}
