import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { startEmbeddedHost } from '../../src/python/embedded/embedded-host.ts';
import { defaultLimits } from '../../src/python/engine.ts';
import { prepareRuntime } from '../../src/python/interpreter/runtime-folder.ts';
import { judgeExample } from '../../src/verify/judge/judge.ts';
import { readLesson } from '../../src/verify/read/read-lesson.ts';

const runtime = await prepareRuntime(join(fileURLToPath(new URL('../..', import.meta.url)), '.cache', 'python'));
const host = startEmbeddedHost(runtime);
afterAll(() => host.close());

async function print(code: string): Promise<string[]> {
  const [[result] = []] = await host.run([{ blocks: [{ code, values: [] }] }], { ...defaultLimits, seconds: 60 });
  expect(result?.end).toEqual({ how: 'returned' });
  expect(Buffer.from(result?.stderr ?? '', 'base64').toString('utf8')).toBe('');
  return Buffer.from(result?.stdout ?? '', 'base64')
    .toString('utf8')
    .split('\n')
    .filter(Boolean);
}

/** What became of each statement, a line for each. */
const attempt = (statements: readonly string[]) =>
  print(`import json
for statement in json.loads(${JSON.stringify(JSON.stringify(statements))}):
    try:
        exec(statement)
        print("went through:", statement)
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__qualname__}: {error}".replace(chr(10), " "))`);

/** What a page's Python cannot do, and what a program catches of it. */
const cannot: Readonly<Record<string, readonly string[]>> = {
  'RuntimeError: .*one thread here. Call': [
    'import threading; threading.Thread(target=print).start()',
    'import threading; threading.Timer(1, print).start()',
    'import _thread; _thread.start_new_thread(print, ())',
    'from concurrent.futures import ThreadPoolExecutor as P; list(P(2).map(abs, [1]))',
    'import asyncio; asyncio.run(asyncio.to_thread(print))',
    'import faulthandler; faulthandler.dump_traceback_later(1)',
    'import asyncio\nasync def f(): await asyncio.get_running_loop().run_in_executor(None, print)\nasyncio.run(f())',
  ],
  'OSError: No other program and no shell can be run here. Use': [
    ...['subprocess.run(["ls"])', 'subprocess.Popen("ls", shell=True)', 'subprocess.check_output(["ls"])'].map(
      (call) => `import subprocess; ${call}`,
    ),
    ...['create_subprocess_exec("ls")', 'create_subprocess_shell("ls")'].map(
      (call) => `import asyncio; asyncio.run(asyncio.${call})`,
    ),
    ...['system("ls")', 'popen("ls")', 'execv("/bin/ls", ["ls"])', 'posix_spawn("ls", [], {})', 'spawnl(0, "ls")'].map(
      (call) => `import os; os.${call}`,
    ),
  ],
  'OSError: Python has one process here. Call': ['fork()', 'wait()', 'waitpid(1, 0)'].map(
    (call) => `import os; os.${call}`,
  ),
  'ModuleNotFoundError: .*Python has one process here. Call': [
    ...['Process(target=print).start()', 'Pool(2)', 'Queue()', 'Lock()', 'Manager()'].map(
      (call) => `import multiprocessing; multiprocessing.${call}`,
    ),
    ...['Value("i", 0)', 'Array("i", 3)', 'RawValue("i")', 'RawArray("i", 3)', 'Event()', 'pool.ThreadPool(2)'].map(
      (call) => `import multiprocessing, multiprocessing.dummy; multiprocessing.${call}`,
    ),
    'from concurrent import interpreters',
    'from multiprocessing import shared_memory; shared_memory.SharedMemory(create=True, size=1)',
  ],
  'NotImplementedError: Python has one process here. Call': [
    'from concurrent.futures import ProcessPoolExecutor as P; P(2)',
    'from concurrent.futures import InterpreterPoolExecutor as P; P(2)',
    'import concurrent.futures as c; c.InterpreterPoolExecutor()',
  ],
  'OSError: There is no network here. Put': [
    'import socket; socket.socket()',
    'import socket; socket.create_connection(("example.com", 80))',
    'import socket; socket.gethostbyname("example.com")',
    'import socket; socket.getaddrinfo("example.com", 80)',
    'import socket; socket.socketpair()',
    'import http.client; http.client.HTTPConnection("example.com").request("GET", "/")',
    'import http.server as h; h.HTTPServer(("", 80), h.BaseHTTPRequestHandler)',
    'import smtplib; smtplib.SMTP("example.com")',
    'import asyncio; asyncio.run(asyncio.open_connection("example.com", 80))',
    'import asyncio; asyncio.run(asyncio.start_server(print, "localhost", 80))',
    'import ftplib; ftplib.FTP("example.com")',
    ...['SocketType()', 'if_nameindex()', 'getservbyname("http")', 'getprotobyname("tcp")'].map(
      (call) => `import socket; socket.${call}`,
    ),
    'import ssl; ssl.get_server_certificate(("example.com", 443))',
    'import ssl; ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).wrap_bio(None, None)',
    'import asyncio; asyncio.new_event_loop().add_reader(0, print)',
  ],
  'URLError: .*There is no network here. Put': [
    'from urllib.request import urlopen; urlopen("https://example.com")',
    'from urllib.request import urlretrieve; urlretrieve("http://example.com")',
  ],
  'ModuleNotFoundError: .*There is no network here. Put': ['import requests', 'import httpx'],
  'ModuleNotFoundError: .*There are no windows here. Draw': ['import tkinter', 'import turtle'],
  'ModuleNotFoundError: .*No page can be opened in a browser from here. Print': [
    'import webbrowser; webbrowser.open("https://example.com")',
    'import antigravity',
  ],
  'ModuleNotFoundError: .*There is no terminal here. Use': ['import pty; pty.spawn("ls")', 'import curses, readline'],
  'OSError: There is no terminal here. Use': ['import os; os.get_terminal_size()'],
  'termios.error: There is no terminal here. Use': [
    'import tty; tty.setraw(0)',
    'import termios; termios.tcgetattr(0)',
  ],
  'RuntimeError: A debugger needs input, and there is no terminal here. Use': ['breakpoint()'],
  'OSError: No signal comes from outside here. Measure': [
    'import signal; signal.alarm(1)',
    'import signal; signal.setitimer(signal.ITIMER_REAL, 1)',
    'import signal; signal.pause()',
    'import asyncio; asyncio.new_event_loop().add_signal_handler(2, print)',
  ],
  'ZoneInfoNotFoundError: .*There is no list of time zones here. Use': [
    ...['UTC', 'Europe/Berlin'].map((name) => `import zoneinfo; zoneinfo.ZoneInfo("${name}")`),
  ],
  'ModuleNotFoundError: .*It is part of Python, but not here. Run': [
    ...['resource', 'pwd', 'venv', 'dbm.gnu', '_curses', 'winreg', 'ensurepip', 'idlelib'].map(
      (name) => `import ${name}`,
    ),
    'import dbm.sqlite3; dbm.open("a")',
  ],
};

const [example] = readLesson('a.md', '```python\nx = 1\n```\n').extracted.examples;

/** The advice of the verifier where an example ends in this way on an engine. */
function advised(said: string, kind: 'embedded' | 'native'): string | undefined {
  const [, name = '', message = ''] = /^[\w.]+\.(\w+): (.*)$/.exec(said) ?? [];
  if (!example) throw new Error('The lesson has an example.');
  const exception = { types: [name], summary: `${name}: ${message}`, line: 1, column: 0, traceback: '' };
  const result = {
    end: { how: 'raised', exception },
    stdout: '',
    stderr: '',
    values: [],
    figures: [],
    seconds: 0,
  } as const;
  return judgeExample(example, result, { kind }).finding?.hint;
}

const byNative = 'The Python that readers run cannot do this. Follow the message, or prove it with `--engine native`.';

describe('what cannot be done in a page says so, and what to do instead', () => {
  it('in plain words, whatever it is', async () => {
    const wanted = Object.entries(cannot).flatMap(([words, statements]) =>
      statements.map((one) => [one, words] as const),
    );
    const said = await attempt(wanted.map(([statement]) => statement));
    expect(said.length).toBe(wanted.length);
    for (const [i, [statement, words]] of wanted.entries()) {
      expect(said[i], statement).toMatch(new RegExp(words));
      expect(advised(said[i] ?? '', 'embedded'), statement).toBe(byNative);
      expect(advised(said[i] ?? '', 'native'), statement).not.toBe(byNative);
      expect(said[i], statement).not.toMatch(/Errno|not supported|gaierror|pyodide|\/own|\/lib/i);
    }
  });

  it('and is caught as elsewhere', async () => {
    const caught = await attempt([
      'import socket\ntry: socket.getaddrinfo("a", 1)\nexcept socket.gaierror: raise KeyError',
      'import socket\ntry: socket.socket()\nexcept PermissionError: raise KeyError',
      'import os\ntry: os.fork()\nexcept OSError: raise KeyError',
      'try: import requests\nexcept ImportError: raise KeyError',
    ]);
    expect(caught).toEqual(Array(4).fill('builtins.KeyError: '));
  });

  it('but not a file of the reader’s own', async () => {
    expect(await print('open("resource.py", "w").write("x = 7")\nimport resource\nprint(resource.x)')).toEqual(['7']);
  });

  it('and so does what is closed', async () => {
    const closed = ['js', 'ctypes', 'pyodide', 'pip', 'micropip', '_testcapi', '_xxtestfuzz'];
    const said = await attempt(closed.map((name) => `import ${name}`));
    expect(said.map((line) => advised(line, 'embedded'))).toEqual(closed.map(() => byNative));
  });

  it('but not an error of a program’s own', () => {
    for (const line of ['builtins.ValueError: nobody is here', 'builtins.OSError: there is nothing here. Go on.'])
      expect(advised(line, 'embedded')).toMatch(/^If it should, add `raises=/);
  });

  it('but not coroutines, which run', async () => {
    const said = await print(`import asyncio
async def later(x):
    await asyncio.sleep(0.01 * x)
    print("done", x)
    return x
async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(later(3))
        group.create_task(later(1))
    print(await asyncio.gather(later(2), later(0)))
    try:
        async with asyncio.timeout(0.01): await asyncio.sleep(10)
    except TimeoutError:
        print("too late")
    queue = asyncio.Queue(); await queue.put(7); print(await queue.get())
asyncio.run(main())
asyncio.run(later(4))
try: asyncio.run(asyncio.Event().wait())
except RuntimeError as error: print(error)`);
    expect(said).toEqual([
      ...['done 1', 'done 3', 'done 0', 'done 2', '[2, 0]', 'too late', '7', 'done 4'],
      'Every task waits for another one, and nothing is left that could go on.',
    ]);
  });
});

describe('names that NumPy and Matplotlib have and the page has not', () => {
  it('are refused with a way out, however they are asked for, without a word of how that is done', async () => {
    const said = await print(`import numpy as np, matplotlib, matplotlib.pyplot as plt
from numpy._coverage import ELSEWHERE, LINALG_ELSEWHERE, ARRAY_ELSEWHERE
from numpy._random.refused_names import MODULE
from matplotlib._missing import WAYS_OUT
homes = {"numpy": (np, ELSEWHERE), "numpy.linalg": (np.linalg, LINALG_ELSEWHERE), "numpy.random": (np.random, MODULE),
         "matplotlib.pyplot": (plt, [name for name in WAYS_OUT if not hasattr(plt, name)])}
def told(kind, run):
    try:
        run()
        print("went through", kind)
    except Exception as error:
        print(f"{kind}: {type(error).__module__}.{type(error).__qualname__}: {error}")
for home, (module, names) in homes.items():
    for name in sorted(names):
        told("attribute", lambda: getattr(module, name))
        told("from", lambda: exec(f"from {home} import {name}"))
for name in sorted(ARRAY_ELSEWHERE):
    told("attribute", lambda: getattr(np.zeros(2), name))
for name in ("numpy.fft", "numpy.linalg.eig", "numpy.ma"):
    told("import", lambda: __import__(name))`);
    expect(said.length).toBeGreaterThan(500);
    const kinds = { attribute: 'AttributeError', from: 'ImportError', import: 'ModuleNotFoundError' };
    for (const line of said) {
      const kind = line.split(':')[0] as keyof typeof kinds;
      expect(line).toMatch(new RegExp(`^${kind}: builtins.${kinds[kind]}: .*(is not part of the|is a method of Axes)`));
      expect(line).not.toMatch(/\/|_refus|_missing|_coverage|\.py\b|Refused/);
      expect(line).not.toMatch(/reference lists|[^.]\.\.$/);
      if (line.includes('is not part of the')) expect(advised(line.replace(/^\w+: /, ''), 'embedded')).toBe(byNative);
    }
  });

  it('a name that neither has is not found, without a path', async () => {
    expect(
      await attempt(['from numpy import nonsense', 'from numpy.linalg import nonsense', 'import numpy.nonsense']),
    ).toEqual([
      "builtins.ImportError: cannot import name 'nonsense' from 'numpy'",
      "builtins.ImportError: cannot import name 'nonsense' from 'numpy.linalg'",
      "builtins.ModuleNotFoundError: No module named 'numpy.nonsense'",
    ]);
  });
});
