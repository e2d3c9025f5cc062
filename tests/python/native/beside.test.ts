import { Buffer } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type BlockResult, defaultLimits } from '../../../src/python/engine.ts';
import { startNativeHost } from '../../../src/python/native/native-host.ts';
import { machinePythons } from '../machine-pythons.ts';

const [python] = machinePythons;
if (!python) throw new Error('No Python was found. `npm test` sets one up.');

const printed = (result: BlockResult | undefined) => Buffer.from(result?.stdout ?? '', 'base64').toString();

/** What a block does to its process, its folder or what it has started, and how it may end. */
const blocks: Readonly<Record<string, readonly [code: string, how: RegExp]>> = {
  'leaves a thread that never ends': [
    'import threading, time\nthreading.Thread(target=time.sleep, args=(999,), daemon=True).start()',
    /^returned$/,
  ],
  'would loop at its exit': ['import atexit\n@atexit.register\ndef f():\n    while True: pass', /^returned$/],
  'has an object that loops when it is removed': [
    'class A:\n    def __del__(self):\n        while True: pass\na = A()',
    /^returned$/,
  ],
  'is traced by what exits': ['import sys\nsys.settrace(lambda *_: sys.exit(3))\ndef f(): pass\nf()', /^raised$/],
  'is monitored by what fails': [
    'import sys\nm = sys.monitoring\nm.use_tool_id(3, "a")\nm.register_callback(3, m.events.CALL, lambda *_: 1 / 0)\nm.set_events(3, m.events.CALL)\nprint()',
    /^(raised|died)$/,
  ],
  'is ended by a watchdog': [
    'import faulthandler\nfaulthandler.dump_traceback_later(0.01, exit=True)\nwhile True: pass',
    /^died$/,
  ],
  'closes its streams': ['import os\nfor file in range(3): os.close(file)', /^returned$/],
  'closes all files': ['import os\nos.closerange(0, 5000)', /^died$/],
  'becomes another program': ['import os\nos.execv("/bin/echo", ["echo"])', /^died$/],
  'leaves a busy daemon': [
    'import os\nif os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n        while True: pass\n    os._exit(0)',
    /^returned$/,
  ],
  'goes on in two processes': ['import os\nos.fork()', /^returned$/],
  'starts many processes': [
    'import os, time\nfor _ in range(50):\n    if os.fork() == 0: time.sleep(999)',
    /^returned$/,
  ],
  'is interrupted again and again': [
    'import signal\nsignal.signal(signal.SIGALRM, lambda *_: None)\nsignal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)',
    /^returned$/,
  ],
  'ends by a timer': ['import signal\nsignal.setitimer(signal.ITIMER_REAL, 0.01)\nwhile True: pass', /^died$/],
  'makes itself slow': ['import os\nos.nice(19)', /^returned$/],
  'may open no file': ['import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))\nopen("x")', /^raised$/],
  'may write no file': [
    'import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))\nopen("x", "wb", buffering=0).write(b"x")',
    /^raised$/,
  ],
  'exits in a thread': ['import sys, threading\nthreading.Thread(target=sys.exit).start()', /^returned$/],
  'exits in a thread below Python': [
    'import os, threading\nthreading.Thread(target=os._exit, args=(0,)).start()\nwhile True: pass',
    /^died$/,
  ],
  'has a child that floods': [
    'import os\nif os.fork() == 0:\n    while True: os.write(1, b"x" * 9999)\nos.wait()',
    /^flooded$/,
  ],
  'would be the first to end for want of memory': ['open("/proc/self/oom_score_adj", "w").write("1000")', /^returned$/],
  'is elsewhere, with other rights and without an environment': [
    'import os\nos.umask(0o777)\nos.mkdir("a")\nos.chdir("/")\nos.environ.clear()',
    /^returned$/,
  ],
  'locks its folder': [
    'import os\nos.mkdir("a")\nopen("a/b", "w")\nfor path in ("a", ".", "..", "../.."): os.chmod(path, 0)',
    /^returned$/,
  ],
  'removes its folder': ['import os, shutil\nshutil.rmtree(os.getcwd())', /^returned$/],
  'removes the folders above': ['import shutil\nshutil.rmtree("../..", ignore_errors=True)', /^returned$/],
  'leaves many files': ['for i in range(2000): open(str(i), "w").close()', /^returned$/],
  'leaves folders in folders': ['import os\nfor _ in range(2000): os.mkdir("d"); os.chdir("d")', /^returned$/],
  'leaves a pipe and a socket': [
    'import os, socket\nos.mkfifo("f")\nsocket.socket(socket.AF_UNIX).bind("s")',
    /^returned$/,
  ],
  'waits at a pipe': ['import os\nos.mkfifo("f")\nopen("f")', /^timed out$/],
};

it('whatever a block does to its process and its folder, the sessions beside it and after it are as if alone', async () => {
  const host = startNativeHost(python, [], { jobs: 3 });
  const where = { code: 'import os\nprint(os.getcwd())', values: [] };
  const innocent = ['import os\nopen("kept", "w").close()\nprint(os.getcwd())', 'print(os.listdir())'];
  const all = await Promise.all(
    Object.values(blocks).map(([code, how]) =>
      host.run(
        [{ blocks: [where, { code, values: [] }] }, { blocks: innocent.map((one) => ({ code: one, values: [] })) }],
        { ...defaultLimits, outputBytes: 100_000, seconds: how.test('timed out') ? 1 : 60 },
      ),
    ),
  );
  await host.close();
  Object.entries(blocks).forEach(([name, [, how]], i) => {
    const [bad, good] = all[i] ?? [];
    expect(bad?.[1]?.end.how, name).toMatch(how);
    expect(printed(good?.[1]), `beside one that ${name}`).toBe("['kept']\n");
  });
  const folders = all.flat().map(([first]) => /^.*\/examples-[^/]+/.exec(printed(first))?.[0] ?? '');
  expect(folders).not.toContain('');
  expect(new Set(folders).size).toBe(folders.length);
  expect(folders.filter((folder) => existsSync(folder))).toEqual([]);
});

const sources = JSON.stringify(fileURLToPath(new URL('../../../src/python', import.meta.url)));
const run = (program: string) => {
  const start = `import os, sys\nsys.path[:0] = [${sources} + "/native", ${sources}]\nimport native_child\n`;
  return execFileSync(python.executable, ['-c', start + program], { encoding: 'utf8' });
};

it('a session has no open file of another, however many there are', () => {
  const program = `
kept = [os.dup(0) for _ in range(600)][300]
native_child.close_other_files(keep=kept)
def is_open(file):
    try: return bool(os.fstat(file))
    except OSError: return False
print([file for file in range(2000) if is_open(file)] == [0, 1, 2, kept])`;
  expect(run(program)).toBe('True\n');
});

it('a limit of the user that is lower than that of a session stays', () => {
  const program = `
import resource
for kind in (resource.RLIMIT_AS, resource.RLIMIT_FSIZE):
    resource.setrlimit(kind, (2 << 30, 2 << 30))
if os.getuid() == 0: os.setuid(65534)
for count in (4 << 30, 1 << 30):
    native_child.limit_memory(count)
    print(resource.getrlimit(resource.RLIMIT_AS)[0] >> 30, resource.getrlimit(resource.RLIMIT_FSIZE)[0] >> 30)`;
  expect(run(program)).toBe('2 2\n1 1\n');
});
