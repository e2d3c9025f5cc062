import type { Finding } from '../findings/finding.ts';
import { bindsName } from './bound-names.ts';
import type { Judged, JudgedFile } from './judged-file.ts';
import { lackedPackage } from './reason-not-judged.ts';

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
  const reasonFor = (name: string, file: JudgedFile) => {
    const page = definedIn(name, file);
    if (page !== undefined) return `It needs \`${name}\`, which ${page} defines: this page goes on from another.`;
    const others = guides.get(file.lesson.configuration.folder) ?? [];
    const module = /^[ \t]*(?:import|from)\b/m.test(codes.get(file) ?? '') ? undefined : others.flatMap(lackedWhole)[0];
    if (module === undefined) return undefined;
    return `It may need \`${name}\` of \`${module}\`, from which other pages import all names and which this Python lacks.`;
  };
  return files.map((file) => {
    if (file.lesson.dialect !== 'guide') return file;
    return { ...file, examples: file.examples.map((judged) => asWarning(judged, (name) => reasonFor(name, file))) };
  });
}

function codeOf({ examples }: JudgedFile): string {
  return examples.map(({ subject }) => subject.code.text).join('\n');
}

/** The packages that a page imports all names of, and that are missing. */
function lackedWhole({ examples }: JudgedFile): string[] {
  return examples.flatMap(({ subject: { code }, findings }) => {
    const modules = [...code.text.matchAll(/^[ \t]*from[ \t]+(\w+)[ \t]+import[ \t]+\*/gm)].map(
      ([, name = '']) => name,
    );
    return modules.filter((name) => findings.some(({ message }) => message === lackedPackage(name)));
  });
}

function asWarning<Subject>(judged: Judged<Subject>, reasonFor: (name: string) => string | undefined): Judged<Subject> {
  if (judged.verdict !== 'raised') return judged;
  const reasons = judged.findings.map(({ kind, message }) => {
    const name = kind === 'raised' ? /NameError: name '(\w+)' is not defined/.exec(message)?.[1] : undefined;
    return name === undefined ? undefined : reasonFor(name);
  });
  if (reasons.length === 0 || reasons.includes(undefined)) return judged;
  const findings = judged.findings.map(
    ({ hint: _, ...finding }, i): Finding => ({
      ...finding,
      kind: 'not run',
      severity: 'warning',
      message: reasons[i] ?? '',
    }),
  );
  return { ...judged, verdict: 'not run', findings };
}
