import { bindsName } from './bound-names.ts';
import type { Finding } from './finding.ts';
import type { Judged, JudgedFile } from './judged-file.ts';

/**
 * Where the pages of a guide go on from each other, a block uses a name that only another page defines. That is no fault:
 * it was not judged, with a warning that names the page.
 */
export function withNamesOfOtherPages(files: readonly JudgedFile[]): JudgedFile[] {
  const guides = Map.groupBy(
    files.filter(({ lesson }) => lesson.dialect === 'guide'),
    ({ lesson }) => lesson.configuration.folder,
  );
  const codes = new Map(files.map((file) => [file, codeOf(file)]));
  const definedIn = (name: string, file: JudgedFile) => {
    const others = guides.get(file.lesson.configuration.folder) ?? [];
    if (bindsName(codes.get(file) ?? '', name)) return undefined;
    return others.find((other) => other !== file && bindsName(codes.get(other) ?? '', name))?.lesson.file;
  };
  return files.map((file) => {
    if (file.lesson.dialect !== 'guide') return file;
    return { ...file, examples: file.examples.map((judged) => asWarning(judged, (name) => definedIn(name, file))) };
  });
}

function codeOf({ examples }: JudgedFile): string {
  return examples.map(({ subject }) => subject.code.text).join('\n');
}

function asWarning<Subject>(judged: Judged<Subject>, definedIn: (name: string) => string | undefined): Judged<Subject> {
  if (judged.verdict !== 'raised') return judged;
  const pages = judged.findings.map(({ kind, message }) => {
    const name = kind === 'raised' ? /NameError: name '(\w+)' is not defined/.exec(message)?.[1] : undefined;
    const page = name === undefined ? undefined : definedIn(name);
    return page === undefined
      ? undefined
      : `It needs \`${name}\`, which ${page} defines: this page goes on from another.`;
  });
  if (pages.length === 0 || pages.includes(undefined)) return judged;
  const findings = judged.findings.map(
    ({ hint: _, ...finding }, i): Finding => ({
      ...finding,
      kind: 'not run',
      severity: 'warning',
      message: pages[i] ?? '',
    }),
  );
  return { ...judged, verdict: 'not run', findings };
}
