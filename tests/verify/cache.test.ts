import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { settingFiles } from '../../scripts/explorable-settings.ts';
import { openCache } from '../../src/verify/run/cache.ts';
import { engineFiles, programDigest, programFiles, readingFiles } from '../../src/verify/run/program-digest.ts';
import { isSelfContained, isSelfContainedAnswer } from '../../src/verify/run/self-contained.ts';
import { sampleOf } from '../depth.ts';
import { project, root } from './command.ts';
import { scratchFolder } from './scratch-folder.ts';

const run = (ranAt: string) => ({ results: [], ranAt });

describe('the entries of the cache', () => {
  it('loses the longest unused first, from one run of the program to the next', () => {
    const path = join(scratchFolder(), 'cache.json');
    const first = openCache(path, 3);
    for (const key of ['a', 'b', 'c']) first.keepRun(key, run(key));
    first.save();
    const second = openCache(path, 3);
    expect(second.run('a')).toEqual(run('a'));
    second.save();
    const third = openCache(path, 3);
    third.keepRun('d', run('d'));
    third.save();
    const last = openCache(path, 3);
    expect(['a', 'b', 'c', 'd'].filter((key) => last.run(key))).toEqual(['a', 'c', 'd']);
  });

  it('counts runs and files apart', () => {
    const path = join(scratchFolder(), 'cache.json');
    const cache = openCache(path, 1);
    cache.keepRun('a', run('a'));
    cache.keepPage('a', {} as never);
    cache.save();
    expect(openCache(path, 1).run('a')).toEqual(run('a'));
    expect(openCache(path, 1).page('a')).toEqual({});
  });
});

describe('what a run did not use', () => {
  const stored = () => {
    const path = join(scratchFolder(), 'cache.json');
    const first = openCache(path);
    for (const key of ['a', 'b']) first.keepRun(key, run(key));
    first.keepPage('page', {} as never);
    first.save();
    const second = openCache(path);
    second.run('b');
    second.keepRun('c', run('c'));
    second.save();
    return path;
  };

  it('is in a file beside the cache, which a run that finds all it needs does not read', () => {
    const path = stored();
    expect(readFileSync(path, 'utf8').match(/^\S+ \S+/gm)).toEqual(['run b', 'run c']);
    expect(readFileSync(`${path}.older`, 'utf8').match(/^\S+ \S+/gm)).toEqual(['run a', 'page page']);
    rmSync(`${path}.older`);
    const again = openCache(path);
    expect([again.run('b'), again.run('c')]).toEqual([run('b'), run('c')]);
    again.save();
    expect(existsSync(`${path}.older`)).toBe(false);
  });

  it('is found when it is needed again, and is then where what was used is', () => {
    const path = stored();
    const again = openCache(path);
    expect([again.run('a'), again.page('page'), again.run('b'), again.run('c')]).toEqual([
      run('a'),
      {},
      run('b'),
      run('c'),
    ]);
    again.save();
    expect(readFileSync(path, 'utf8').match(/^\S+ \S+/gm)).toEqual(['run a', 'run b', 'run c', 'page page']);
    expect(readFileSync(`${path}.older`, 'utf8')).toBe('');
  });
});

describe('the file of the cache', () => {
  it('keeps text of any language, and the entries around a damaged line', () => {
    const path = join(scratchFolder(), 'cache.json');
    const cache = openCache(path);
    cache.keepRun('a', run('größer ≤ 😀'));
    cache.keepRun('b', run('b'));
    cache.save();
    const [first, second] = readFileSync(path, 'utf8').split('\n');
    for (const damage of ['', ' ', 'run', 'run ', 'run c', 'run c ', 'run c {"results', '\uFFFD \uFFFD \uFFFD', '{}']) {
      writeFileSync(path, [first, damage, second].join('\n'));
      const again = openCache(path);
      expect([again.run('a'), again.run('b'), again.run('c')]).toEqual([run('größer ≤ 😀'), run('b'), undefined]);
    }
  });
});

describe('the digest of the program', () => {
  it('changes with any of its files, however deep, and with any package that is installed', () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, 'layer', 'deep'), { recursive: true });
    const [lock, deep] = [join(folder, 'lock.json'), join(folder, 'layer', 'deep', 'a.py')];
    const digest = () => programDigest(['layer/**'], { folder, lock });
    writeFileSync(lock, '{"micromark": "4.0.1"}');
    writeFileSync(deep, 'x = 1');
    const before = digest();
    writeFileSync(lock, '{"micromark": "4.0.2"}');
    const otherParser = digest();
    writeFileSync(deep, 'x = 2');
    expect(new Set([before, otherParser, digest()]).size).toBe(3);
  });

  it.each([
    ['native', ['native/native-host.ts']],
    ['embedded', ['embedded/embedded-host.ts', 'embedded/embedded-child.ts', 'interpreter/make-snapshot.ts']],
  ] as const)('covers all code that the %s engine imports, and no code for the browser', (kind, entries) => {
    const covered = programFiles(engineFiles[kind]);
    const imported = importsOf(entries.map((entry) => `python/${entry}`));
    expect(imported.filter((path) => !covered.includes(path))).toEqual([]);
    expect(covered).toContain('python/harness.py');
    expect(covered.filter((path) => /^python\/(?:page|explain)\//.test(path))).toEqual([]);
    expect(covered.some((path) => path.startsWith('python/packages/'))).toBe(kind === 'embedded');
  });

  it('covers all code that reads a lesson', () => {
    const covered = programFiles(readingFiles);
    expect(importsOf(['verify/read/read-lesson.ts']).filter((path) => !covered.includes(path))).toEqual([]);
    expect(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).toContain('micromark');
  });

  it('covers all code that decides what an explorable can be set to', () => {
    const covered = programFiles(settingFiles);
    const entries = ['explorables/explorables.ts', 'explorables/kit/setting-faults.ts'];
    expect(importsOf(entries).filter((path) => !covered.includes(path))).toEqual([]);
  });
});

/** Some files of `src` and all that they import, directly or not, as paths below `src`. */
function importsOf(entries: readonly string[]): string[] {
  const source = fileURLToPath(new URL('../../src/', import.meta.url));
  const all = new Set(entries);
  for (const path of all) {
    const { importedFiles } = ts.preProcessFile(readFileSync(join(source, path), 'utf8'), true, true);
    for (const { fileName } of importedFiles) if (fileName.startsWith('.')) all.add(join(dirname(path), fileName));
  }
  return [...all];
}

describe('the results that may be cached', () => {
  it.each([
    'import numpy as np\nprint(np.sin(1))',
    'from math import pi, tau\nimport math, cmath  # both',
    'import numpy as np\nrng = np.random.default_rng(42)\nprint(rng.normal())',
    'import random\nrandom.seed(1)\nprint(random.random())',
    'class A:\n    def __init__(self):\n        self.x = 1',
    'if __name__ == "__main__":\n    print(1)',
    'import sys\nprint(sys.version.split()[0], sys.version_info >= (3, 9), sys.float_info.epsilon)',
    'def slope(input):\n    test = 2 * input  # the slope of the input\n    return test\nprint(slope(1))',
  ])('%j', (code) => expect(isSelfContained(code)).toBe(true));

  it.each([
    'import helper',
    'from helper import value',
    'import math, helper',
    'import math; import helper',
    'from . import helper',
    'x = __import__("helper")',
    'import importlib\nimportlib.import_module("helper")',
    'print(open("data.txt").read())',
    'from pathlib import Path\nprint(Path("data.txt").read_text())',
    'import numpy as np\nprint(np.loadtxt("data.txt"))',
    'import numpy as np\nprint(np.load("data.npy"))',
    'import numpy as np\nprint(np.fromfile("data.bin"))',
    'from numpy import genfromtxt as read',
    'import matplotlib.pyplot as plt\nplt.imread("a.png")',
    'import matplotlib.pyplot as plt\nplt.style.use("mine.mplstyle")',
    'getattr(__builtins__, "op" + "en")("data.txt")',
    'exec("import helper")',
    'import os\nprint(os.getcwd())',
    'import sys\nprint(sys.path)',
    'import sys\nprint(sys.version_info, sys.modules["time"].time())',
    'import sys as s\nprint(s.path)',
    'from sys import path\nprint(path)',
    'import numpy as np\nnp.test()',
    'from numpy import test\ntest()',
    'from numpy import *\nloads',
    'import operator\nimport numpy as np\nprint(operator.attrgetter("lo" + "ad")(np)("data.npy"))',
    'import time\nprint(time.time())',
    'import datetime\nprint(datetime.date.today())',
    'import random\nprint(random.random())',
    'import numpy as np\nprint(np.random.default_rng().normal())',
    'import numpy as np\nprint(np.random.normal())',
    'print(id(1))',
    'import scipy',
    'print(list.__subclasses__())',
    'try:\n    import pandas\nexcept ImportError:\n    print("none")',
  ])('not: %j', (code) => expect(isSelfContained(code)).toBe(false));
});

describe('the results of an answer to an exercise, whose check seeds random numbers', () => {
  const isCached = (code: string, check = 'check.function("f", (1,))') =>
    isSelfContainedAnswer([{ code }], `${code}\n${check}`);

  it.each([
    'import numpy as np\n\ndef f(x):\n    return np.random.permutation(x)\n',
    'import random\nfrom math import pi\n# a remark\ndef f(x):\n    left = list(x)\n    random.shuffle(left)\n    return left',
    'import numpy as np\nnp.random.seed(1)\nprint(np.random.normal())',
  ])('%j', (code) => expect(isCached(code)).toBe(true));

  it.each([
    'import numpy as np\n\ndef f(x):\n    return np.random.permutation(x)\n\nprint(f(3))',
    'import numpy as np\ndef f(x=np.random.normal()):\n    return x',
    'import numpy as np\ndef f(\n    x=np.random.normal(),\n):\n    return x',
    'import random\nclass A:\n    x = random.random()',
    'import random\nif True:\n    x = random.random()',
    'import random\n@random.choice([print, id])\ndef f(x):\n    return x',
    'import random; x = random.random()',
    'import random\ndef f(x): return x; y = random.random()',
    'def f(x):\n    return open(x)',
  ])('not: %j', (code) => expect(isCached(code)).toBe(false));

  it('not where the check reads something', () => {
    expect(isCached('def f(x):\n    return x', 'open("data.txt")')).toBe(false);
  });
});

describe('a verification after another', () => {
  const lesson = (code: string, output: string) =>
    `\`\`\`python\n${code}\n\`\`\`\n\nOutput:\n\n\`\`\`\n${output}\n\`\`\`\n`;

  it('detects that a module of the project has changed', async () => {
    const { run, path, cwd } = project({
      'helper.py': 'value = 1\n',
      'a.md': '',
    });
    const code = `import sys\nsys.path.insert(0, ${JSON.stringify(cwd)})\nimport helper\nprint(helper.value)`;
    writeFileSync(path('a.md'), lesson(code, '1'));
    expect((await run(['a.md'])).out).toContain('All proven.');
    writeFileSync(path('helper.py'), 'value = 2\n');
    const { out, code: exit } = await run(['a.md']);
    expect(out).toContain('came out  │ 2');
    expect(exit).toBe(1);
  });

  it('detects that a file has changed which an example reads', async () => {
    const { run, path, cwd } = project({ 'data.txt': '1' });
    writeFileSync(path('a.md'), lesson(`print(open(${JSON.stringify(join(cwd, 'data.txt'))}).read())`, '1'));
    expect((await run(['a.md'])).code).toBe(0);
    writeFileSync(path('data.txt'), '2');
    expect((await run(['a.md'])).code).toBe(1);
  });

  it.each(
    sampleOf('raises', [
      ['1 / 0', 'ZeroDivisionError', true],
      ['{}[1]', 'KeyError', true],
      ['class Odd(ValueError):\n    pass\nraise Odd', 'Odd', true],
      ['raise FileNotFoundError("data.txt")', 'FileNotFoundError', false],
      ['raise MemoryError', 'MemoryError', false],
      ['def f():\n    f()\nf()', 'RecursionError', false],
      ['from math import none', 'ImportError', false],
      ['import nothing', 'ModuleNotFoundError', false],
      ['print(open("data.txt"))', 'FileNotFoundError', false],
      ['import os\n1 / len([name for name in os.listdir() if "." in name])', 'ZeroDivisionError', false],
    ]),
  )('remembers a raise only if it is of the code itself: %j', async (code, exception, isRemembered) => {
    for (const option of ['', ` raises=${exception}`]) {
      const { run } = project({ 'a.md': `\`\`\`python${option}\n${code}\n\`\`\`\n` });
      const first = await run(['a.md']);
      const again = await run(['a.md']);
      expect(first.out).not.toContain('not run again');
      expect(again.out.includes('not run again')).toBe(isRemembered);
      expect(again.code).toBe(first.code);
    }
  });

  it('runs everything again under another Python, other packages or another environment', async () => {
    const { run, path, python } = project({ 'a.md': lesson('print(1)', '1'), 'site/x': '' });
    const answer = (name: string) => ({
      executable: path(name),
      prefix: `/${name}`,
      path: [path('site')],
      version: '3.12.0',
      numpy: null,
      matplotlib: null,
    });
    for (const name of ['one', 'two']) {
      const script = `#!/bin/sh\n[ "$2" = -c ] && echo '${JSON.stringify(answer(name))}' && exit\nexec ${python} "$@"\n`;
      writeFileSync(path(name), script, { mode: 0o755 });
    }
    const again = async (name: string) => (await run(['--python', `./${name}`, 'a.md'])).out.includes('not run again');
    expect([await again('one'), await again('one'), await again('two'), await again('two')]).toEqual([
      false,
      true,
      false,
      true,
    ]);
    mkdirSync(path('site/a-new-package'));
    expect([await again('one'), await again('one')]).toEqual([false, true]);
  });
});
