import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';
import react from '@vitejs/plugin-react';

/** .br and .gz twins beside every text file: the server sends them as they are and never compresses at run time. */
function precompress(): Plugin {
  let dir = '';
  return {
    name: 'precompress',
    apply: 'build',
    configResolved(c) {
      dir = path.resolve(c.root, c.build.outDir);
    },
    closeBundle() {
      for (const rel of readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((f) =>
        /\.(js|css|html|svg|json)$/.test(f),
      )) {
        const file = path.join(dir, rel);
        const data = readFileSync(file);
        if (data.length < 1024) continue;
        writeFileSync(
          `${file}.br`,
          brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
        );
        writeFileSync(`${file}.gz`, gzipSync(data, { level: 9 }));
      }
    },
  };
}
const target = process.env.API ?? 'http://127.0.0.1:3000';
export default defineConfig({
  plugins: [react(), precompress()],
  resolve: { conditions: ['@open-ballot/source', ...defaultClientConditions] },
  build: {
    outDir: 'dist',
    target: 'es2022',
    sourcemap: true,
    // How long which plugin took is nothing that somebody who starts the product has to read.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  server: {
    port: 5173,
    strictPort: true,
    // The Host stays as it is: the server turns away requests that come from another site.
    proxy: {
      '/api': { target, changeOrigin: false },
      '/socket.io': { target, ws: true, changeOrigin: false },
    },
  },
});
