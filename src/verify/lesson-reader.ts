import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Configurations } from './configuration/configurations.ts';
import { readText } from './files/file-store.ts';
import type { Source } from './files/read-source.ts';
import { dialectOf, isPage, type Lesson } from './read/lesson.ts';
import { pinsPath } from './read/pinned-figures.ts';
import { checkSettings, type SettingCheck } from './read/setting-check.ts';
import { sha256 } from './run/cache.ts';
import { readerDigest } from './run/program-digest.ts';
import type { VerifyRequest } from './run/verify-request.ts';

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
    const pins = this.#pinsOf(file, dialect);
    const settings = this.#settingCheckOf(file, source, dialect);
    const key = sha256(JSON.stringify([file, isOurs, source, reading, pins, settings?.digest(), this.#digest]));
    const known = cache.page(key);
    if (known && 'text' in source) return { file, ...source, dialect, configuration, ...known };
    this.#beforeParsing();
    if ('text' in source && source.text.length > longFile) {
      this.#request.tell?.(`Reading ${file}, ${Math.round(source.text.length / 1e6)} million characters …`);
    }
    // Imported here because loading the parsers takes longer than everything else when nothing has changed.
    const { readLesson, unreadLesson } = await import('./read/read-lesson.ts');
    if ('diagnostic' in source) return unreadLesson(file, source.diagnostic, { dialect, configuration });
    const { extracted: read, ...lesson } = readLesson(file, source.text, { isOurs, configuration });
    const faults = settings ? await checkSettings(read.references, settings) : [];
    const extracted = { ...read, diagnostics: [...read.diagnostics, ...faults] };
    const page = {
      extracted,
      ...(pins !== undefined && { pins: (await import('./read/pins-file.ts')).readPins(pins) }),
    };
    cache.keepPage(key, page);
    return { ...lesson, mark: source.mark, ...page };
  }

  /** The explorables of the site, for a page of it that shows any. */
  #settingCheckOf(file: string, source: Source, dialect: Lesson['dialect']): SettingCheck | undefined {
    const shows = dialect === 'lesson' && isPage(file) && 'text' in source && source.text.includes('<Explorable');
    return shows ? this.#request.settingCheck : undefined;
  }

  /** The text of the file with the pinned figures of a page of the site, or of a lesson that has such a file. */
  #pinsOf(file: string, dialect: Lesson['dialect']): string | undefined {
    const path = pinsPath(join(this.#request.cwd, file));
    return dialect === 'lesson' && (isPage(file) || existsSync(path)) ? readText(path) : undefined;
  }
}
