import { thread } from '../threads/thread.ts';
import type { RenderedFormat, Rendering, RenderingOptions } from './rendering.ts';

const drawn = thread<Rendering, Partial<Record<RenderedFormat, Uint8Array>>>({
  beside: import.meta.url,
  file: './protocol-worker',
  patienceMs: 120_000,
});

type Files<Format extends RenderedFormat> = Readonly<Record<Format, Buffer>>;

/**
 * Builds the protocol of a journal (or the extract of one of its questions) and draws it in each format.
 * Replaying a long journal takes as long as drawing, so both happen beside the main thread.
 */
export async function renderJournal<Format extends RenderedFormat>(
  journal: readonly string[],
  options: RenderingOptions,
  formats: readonly Format[],
): Promise<Files<Format>> {
  const files = await drawn({ journal, options, formats });
  return Object.fromEntries(
    Object.entries(files).map(([format, bytes]) => [format, Buffer.from(bytes)]),
  ) as unknown as Files<Format>;
}
