import type { Locator } from '@playwright/test';
import { perceivedInPage } from '../islands/aloud/perceived-in-page.ts';
import { readAloud } from '../islands/aloud/read-aloud.ts';

const time = /(?:under )?\b\d+(?:\.\d+)? s\b/;

/** The words of a screen reader on the way through a part of the page, as a text with a section for each step. */
export class Transcript {
  readonly #element: Locator;
  readonly #sections: string[] = [];
  #last = new Map<string, string>();

  constructor(element: Locator) {
    this.#element = element;
  }

  /** Reads the whole part from its first word to its last. */
  async read(title: string): Promise<void> {
    this.#last = await this.#liveTexts();
    this.#sections.push(
      [`## ${title}`, ...(await readAloud(await this.#element.evaluate(perceivedInPage)))].join('\n'),
    );
  }

  /** Adds what the live regions have announced since the last step. How long a run took, each run says. */
  async announced(title: string): Promise<void> {
    const now = await this.#liveTexts();
    const news = [...now].filter(
      ([region, text]) => text !== '' && (text !== this.#last.get(region) || time.test(text)),
    );
    this.#last = now;
    this.#sections.push([`## ${title}`, ...news.map(([, text]) => `announced: ${text}`)].join('\n'));
  }

  /** The text without what depends on the speed of the machine, and on whether Python was fetched before. */
  get text(): string {
    return `${this.#sections.join('\n\n')}\n`
      .replaceAll(new RegExp(time, 'g'), '⟪time⟫ s')
      .replaceAll(/^ *Runs in your browser.*\n/gm, '')
      .replaceAll(/(?<=button, Run), .*/g, '');
  }

  async #liveTexts(): Promise<Map<string, string>> {
    const regions = await this.#element.locator('[role=status], [role=alert], [aria-live], output').all();
    const texts = new Map<string, string>();
    // One after the other: the virtual reader has one page at a time.
    for (const [i, region] of regions.entries()) {
      const lines = await readAloud(await region.evaluate(perceivedInPage));
      texts.set(`${i} ${await region.getAttribute('class')}`, lines.join(' '));
    }
    return texts;
  }
}
