import { relative, resolve, sep } from 'node:path';
import { exampleDigest } from '../examples/example-digest.ts';
import type { Report, ReportedExample } from '../examples/report.ts';
import { sha256 } from './cache.ts';
import { readJson, writeJson } from './file-store.ts';
import type { JudgedFile } from './judge-file.ts';
import type { Verification } from './verify.ts';

const empty: Report = { format: 2, examples: [] };

/**
 * Writes what the pages show of a verification. Files that were not verified this time keep what was last said of
 * them: each entry carries a digest, so a page never shows a proof of something else.
 */
export function writeSiteReport(path: string, { files }: Verification, root: string, cwd: string): void {
  const fresh = files.flatMap((file) => reportFile(file, fileInRoot(file.lesson.file, root, cwd))).filter(isInRoot);
  const seen = new Set(fresh.map(({ file, id }) => `${file}#${id}`));
  const before = readJson<Report>(path, empty);
  const kept = before.format === 2 ? before.examples.filter(({ file, id }) => !seen.has(`${file}#${id}`)) : [];
  writeJson(path, { format: 2, examples: [...kept, ...fresh] } satisfies Report);
}

/** A guide that is not ours has no page on the site. */
function isInRoot({ file }: ReportedExample): boolean {
  return !file.startsWith('..');
}

function fileInRoot(file: string, root: string, cwd: string): string {
  return relative(root, resolve(cwd, file)).split(sep).join('/');
}

function reportFile({ lesson, examples }: JudgedFile, file: string): ReportedExample[] {
  return examples.map(({ subject, verdict, text, figures, ranBy, ranAt }) => ({
    file,
    id: subject.id,
    digest: exampleDigest(subject, lesson.extracted.examples, sha256),
    verdict,
    output: text ?? '',
    figures,
    engines: ranBy,
    ranAt: ranAt ?? '',
  }));
}
