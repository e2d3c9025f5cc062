import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readJson, writeJson } from '../files/file-store.ts';
import type { Finding } from '../findings/finding.ts';
import type { Judged, JudgedFile } from '../judge/judged-file.ts';
import type { ExampleFigures } from '../read/pinned-figures.ts';

/** The folder of pictures and recorded figures, and the folder from which a message names them. */
interface Folders {
  readonly folder: string;
  readonly cwd: string;
}

/**
 * Keeps what examples draw: recorded data of proven figures, and for each that has changed a picture before and one
 * after, whose names are added to its finding. The picture before can be drawn if its data were recorded on this machine.
 */
export async function keepFigures(files: readonly JudgedFile[], folders: Folders): Promise<JudgedFile[]> {
  for (const { figures } of files) {
    for (const { subject, verdict } of figures) if (verdict === 'verified') keepRecords(subject, folders.folder);
  }
  return Promise.all(files.map(async (file) => ({ ...file, figures: await withPictures(file, folders) })));
}

function recordPath(folder: string, digest: string): string {
  return join(folder, `${digest}.json`);
}

function keepRecords({ pinned, drawn }: ExampleFigures, folder: string): void {
  for (const [i, { digest }] of pinned.entries()) {
    const path = recordPath(folder, digest);
    if (!existsSync(path)) writeJson(path, drawn[i]);
  }
}

function withPictures({ lesson, figures }: JudgedFile, folders: Folders): Promise<Judged<ExampleFigures>[]> {
  return Promise.all(
    figures.map(async (one) => {
      if (one.verdict !== 'stale') return one;
      const name = `${lesson.file.replace(/^.*\//, '').replace(/\.\w+$/, '')}-${one.subject.id}`;
      const paths = await drawChanged(one.subject, name, folders);
      return { ...one, findings: one.findings.map((finding) => withPaths(finding, paths)) };
    }),
  );
}

function withPaths(finding: Finding, { before, after }: Pictures): Finding {
  const old =
    before.length > 0 ? `Before: ${before.join(', ')}` : 'Before: the data of the old picture are not on this machine';
  return { ...finding, hint: `${old}. After: ${after.join(', ') || 'nothing'}.\n${finding.hint ?? ''}` };
}

interface Pictures {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

async function drawChanged(
  { pinned, drawn }: ExampleFigures,
  name: string,
  { folder, cwd }: Folders,
): Promise<Pictures> {
  const before = pinned.map(({ digest }) => readJson<unknown>(recordPath(folder, digest), undefined));
  const draw = await drawing();
  mkdirSync(folder, { recursive: true });
  const write = (kind: string) => (figure: unknown, i: number) => {
    if (figure === undefined) return [];
    const path = join(folder, `${name}-${i + 1}.${kind}.svg`);
    writeFileSync(path, draw(figure));
    return [relative(cwd, path)];
  };
  return { before: before.flatMap(write('before')), after: drawn.flatMap(write('after')) };
}

/** The colors of the site in light, as a picture alone has them. */
const inks = '#1f2328';

/** The renderer of the site. It is loaded when a figure has changed: that is rare, and it is large. */
async function drawing(): Promise<(figure: unknown) => string> {
  const [{ parseHTML }, { drawRecordedFigure }, { readRecordedFigure }] = await Promise.all([
    import('linkedom'),
    import('../../figures/recorded/draw-recorded-figure.ts'),
    import('../../figures/recorded/recorded-figure.ts'),
  ]);
  return (figure) => {
    const { document } = parseHTML('<!doctype html><html><body></body></html>');
    const svg = drawRecordedFigure(readRecordedFigure(figure), 'figure', document as unknown as Document);
    svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    const markup = svg.outerHTML.replace(
      /var\(--[\w-]+(?:,\s*([^()]*|[^()]*\([^()]*\)[^()]*))?\)/g,
      (_, fallback) => fallback ?? inks,
    );
    const paper = '<rect width="100%" height="100%" fill="#fff"/>';
    return markup.replace(/(<svg[^>]*>)/, `$1<style>text{font-family:sans-serif}</style>${paper}`);
  };
}
