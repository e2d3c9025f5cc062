import { type KeyInput, launch } from 'puppeteer-core';
import { startTimeout } from '../e2e/cell.ts';
import { callInPage, control, type Engine } from './engine.ts';

/** @param executablePath of a Firefox, which is controlled with WebDriver BiDi */
export async function openFirefox(executablePath: string): Promise<Engine> {
  const browser = await launch({ browser: 'firefox', executablePath, headless: true, timeout: startTimeout });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  return {
    open: async (address) => {
      await page.goto(address, { timeout: startTimeout });
    },
    evaluate: async (program, ...args) => JSON.parse(String(await page.evaluate(callInPage(program, args)))),
    press: async (keys) => {
      for (const key of keys) {
        const isChord = key.startsWith(control);
        if (isChord) await page.keyboard.down('Control');
        await page.keyboard.press((isChord ? key.slice(control.length) : key) as KeyInput);
        if (isChord) await page.keyboard.up('Control');
      }
    },
    close: () => browser.close(),
  };
}
