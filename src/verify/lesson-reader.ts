import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { sha256 } from './cache.ts';
import type { Configurations } from './configuration/configurations.ts';
import { dialectOf, isPage, type Lesson } from './lesson.ts';
import { pinsPath, readPins } from './pinned-figures.ts';
import { readerDigest } from './program-digest.ts';
import type { Source } from './read-source.ts';
import type { VerifyRequest } from './verify-request.ts';

/** The length, in characters, of a file that takes seconds to read. */
const longFile = 2e6;

/** Reads lessons, from the cache if their text has been read before. */
export class LessonReader {
  readonly #request: VerifyRequest;
  readonly #beforeParsing: () => void;
  readonly #digest = readerDigest();

  readonly #configurations: Configurations;

  constructor(request: VerifyRequest, configurations: Configurations, beforeParsing: () => void) {
    this.#request = request;
    this.#configurations = configurations;
    this.#beforeParsing = beforeParsing;
  }

  async read(file: string, source: Source): Promise<Lesson> {
    const { cache, cwd, root } = this.#request;
    const isOurs = !relative(root, join(cwd, file)).startsWith('..');
    const dialect = dialectOf(file, isOurs);
    const configuration = this.#configurations.of(dirname(join(cwd, file)));
    const { conventions, session, skip } = configuration;
    const reading = dialect === 'guide' ? { conventions, session, skip } : undefined;
    const key = sha256(JSON.stringify([file, isOurs, source, reading, this.#digest]));
    const known = cache.extracted(key);
    const pins = this.#pinsOf(file, dialect);
    if (known && 'text' in source) return { file, ...source, dialect, configuration, extracted: known, ...pins };
    this.#beforeParsing();
    if ('text' in source && source.text.length > longFile) {
      this.#request.tell?.(`Reading ${file}, ${Math.round(source.text.length / 1e6)} million characters …`);
    }
    // Imported here because loading a Markdown parser takes longer than everything else when nothing has changed.
    const { readLesson, unreadLesson } = await import('./read-lesson.ts');
    if ('diagnostic' in source) return unreadLesson(file, source.diagnostic, { dialect, configuration });
    const lesson = { ...readLesson(file, source.text, { isOurs, configuration }), mark: source.mark, ...pins };
    cache.keepExtracted(key, lesson.extracted);
    return lesson;
  }

  /** The figures of the pages of the site are pinned, and those of a lesson that has a file of them. */
  #pinsOf(file: string, dialect: Lesson['dialect']): Pick<Lesson, 'pins'> {
    const path = pinsPath(join(this.#request.cwd, file));
    const arePinned = dialect === 'lesson' && (isPage(file) || existsSync(path));
    return arePinned ? { pins: readPins(path) } : {};
  }
}
