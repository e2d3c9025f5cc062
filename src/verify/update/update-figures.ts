import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { formatPlace } from '../../core/place.ts';
import { replaceFile } from '../files/replace-file.ts';
import { removeLeftovers } from '../files/temporary-files.ts';
import type { JudgedFile } from '../judge/judged-file.ts';
import { type PinnedFigure, type PinnedFigures, pinsPath } from '../read/pinned-figures.ts';
import { pinsText } from '../read/pins-file.ts';

/** The pins of a lesson after an update, and what was not updated. */
export interface FigureUpdate {
  readonly file: string;
  readonly pins: PinnedFigures;
  /** The examples whose pins change. */
  readonly changed: readonly string[];
  /** Why the figures of some are not pinned. */
  readonly problems: readonly string[];
}

/** The pins that the figures of a file should have. Where engines draw different figures, none are pinned. */
export function planFigureUpdate({ lesson, figures }: JudgedFile): FigureUpdate {
  const stale = figures.filter(({ verdict }) => verdict !== 'verified');
  const agreed = stale.filter(({ text }) => text !== undefined);
  const fresh = agreed.map(({ subject, text = '[]' }) => [subject.id, JSON.parse(text) as PinnedFigure[]] as const);
  const pins = Object.entries({ ...lesson.pins, ...Object.fromEntries(fresh) }).filter(([, list]) => list.length > 0);
  return {
    file: pinsPath(lesson.file),
    pins: Object.fromEntries(pins),
    changed: agreed.map(({ subject }) => subject.id),
    problems: stale
      .filter((one) => !agreed.includes(one))
      .map(({ subject }) => `The figures of \`${subject.id}\` differ between engines, and were not pinned.`),
  };
}

/** Writes the pins of a lesson beside it; an empty file is removed. */
export function writeFigureUpdate({ file, pins, changed }: FigureUpdate, cwd: string): void {
  const path = join(cwd, file);
  removeLeftovers(path);
  if (changed.length === 0) return;
  if (Object.keys(pins).length > 0) replaceFile(path, pinsText(pins), cwd);
  else if (existsSync(path)) rmSync(path);
}

/** The changes of figures that an update would pin, each with the reason. */
export function figurePreview({ figures }: JudgedFile): string {
  const findings = figures.flatMap((one) => one.findings);
  return findings.map(({ place, message }) => `${formatPlace(place)}  ${message}\n`).join('');
}

/** The result of an update of figures, in sentences. */
export function figureNews({ file, changed, problems }: FigureUpdate): string[] {
  const pinned =
    changed.length === 0 ? [] : [`Updated ${file}: the figures of ${changed.map((id) => `\`${id}\``).join(', ')}.`];
  return [...pinned, ...problems];
}
