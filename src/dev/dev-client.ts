import path from 'node:path';
import { build } from 'esbuild';

/** The script and the style sheet that the development server adds to pages (`site/scripts/dev/`). */
export async function loadDevClient(home: string): Promise<{ script: string; styles: string }> {
  const folder = path.join(home, 'site', 'scripts', 'dev');
  const [script, styles] = await Promise.all([
    bundle(path.join(folder, 'dev.ts')),
    bundle(path.join(folder, 'dev.css')),
  ]);
  return { script, styles };
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}
