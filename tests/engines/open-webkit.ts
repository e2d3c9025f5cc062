import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { expect } from '@playwright/test';
import { Builder, Capabilities, Key, type WebDriver } from 'selenium-webdriver';
import type { WebKitPrograms } from '../../scripts/find-engines.ts';
import { isWhole } from '../depth.ts';
import { startTimeout } from '../e2e/cell.ts';
import { callInPage, control, type Engine } from './engine.ts';

/** Shows WebKitGTK's small browser on a display without a screen, and controls it with WebDriver. */
export async function openWebKit({ driver, browser, display }: WebKitPrograms): Promise<Engine> {
  const size = '1280x1024x24';
  const screen = spawn(display, ['-displayfd', '1', '-screen', '0', size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number, port] = [await firstLine(screen), await freePort()];
  // Without NO_AT_BRIDGE, GTK looks for the bus of a desktop's assistive programs. The last stage of WebKit's compiler
  // takes longer than all that it would make quicker, nearly half of the time of the whole test: only a whole run has it.
  const compiler = isWhole ? {} : { JSC_useOMGJIT: '0' };
  const env = { ...process.env, DISPLAY: `:${number}`, NO_AT_BRIDGE: '1', ...compiler };
  const server = spawn(driver, [`--port=${port}`], { stdio: 'ignore', env });
  const end = () => {
    server.kill();
    screen.kill();
  };
  try {
    return engineOf(await connect(`http://127.0.0.1:${port}`, browser), end);
  } catch (error) {
    end();
    throw error;
  }
}

function engineOf(web: WebDriver, end: () => void): Engine {
  return {
    open: (address) => web.get(address),
    evaluate: async (program, ...args) => {
      const [value, error] = await web.executeAsyncScript<[value: string, error?: string]>(
        `const done = arguments[0];
        ${callInPage(program, args)}.then((value) => done([value]), (error) => done(['', String(error)]));`,
      );
      if (error !== undefined) throw new Error(error);
      return JSON.parse(value);
    },
    press: async (keys) => {
      const actions = web.actions();
      for (const key of keys) {
        if (key.startsWith(control))
          actions.keyDown(Key.CONTROL).sendKeys(key.slice(control.length)).keyUp(Key.CONTROL);
        else actions.sendKeys(keyOf(key));
      }
      await actions.perform();
    },
    close: () => web.quit().finally(end),
  };
}

const keys: Readonly<Record<string, string>> = { Enter: Key.ENTER, Home: Key.HOME, ArrowRight: Key.ARROW_RIGHT };

function keyOf(name: string): string {
  const key = keys[name] ?? name;
  if ([...key].length !== 1) throw new Error(`No key of WebDriver is stated for ${name}.`);
  return key;
}

async function connect(address: string, binary: string): Promise<WebDriver> {
  const answers = () =>
    fetch(`${address}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(answers, { message: 'WebKitWebDriver answers', timeout: startTimeout }).toBe(true);
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  });
  const web = await new Builder().usingServer(address).withCapabilities(capabilities).build();
  await web.manage().setTimeouts({ pageLoad: startTimeout, script: startTimeout });
  await web.manage().window().setRect({ width: 1280, height: 900 });
  return web;
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (stdout) for await (const line of createInterface(stdout)) return line;
  throw new Error('Xvfb ended without a display.');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
