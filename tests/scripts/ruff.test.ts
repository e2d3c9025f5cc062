import { describe, expect, it } from 'vitest';
import { checkPython, fixPython } from '../../scripts/ruff.ts';

const documented = '"""What is here."""\n';

describe('the lint of Python', () => {
  it('says nothing of a file that is in order', () => {
    expect(checkPython('src/python/a.py', `${documented}\nimport os\n\nprint(os.name)\n`)).toEqual([]);
  });

  it.each([
    ['an import that is not used', 'import os\n', ['tests/a.py:1:8 F401 `os` imported but unused']],
    ['an undefined name', 'print(x)\n', ['tests/a.py:1:7 F821 Undefined name `x`']],
    ['two mistakes, in their order', 'import os\nprint(x)\n', ['tests/a.py:1:8 F401', 'tests/a.py:2:7 F821']],
    ['a file that is not formatted', "x = 'a'\n", ['tests/a.py:1:1 format The file is not formatted.']],
    ['a file that is no Python', 'def\n', ['tests/a.py:1:4 invalid-syntax']],
  ])('finds %s, with its place and rule', (_, text, expected) => {
    const found = checkPython('tests/a.py', text);
    for (const start of expected) expect(found.some((message) => message.startsWith(start))).toBe(true);
    const places = found.filter((message) => !message.includes(' format ')).map((message) => message.split(' ')[0]);
    expect(places).toEqual(places.toSorted());
  });

  it('asks for docstrings of what the project runs, not of its tests', () => {
    const text = 'def f():\n    return 1\n';
    expect(checkPython('src/python/a.py', text).map((message) => message.split(' ')[1])).toEqual(['D100', 'D103']);
    expect(checkPython('tests/a.py', text)).toEqual([]);
  });

  it('lets public modules of a package import names for others, and no other module', () => {
    const text = `${documented}\nfrom ._core.array import ndarray\n`;
    for (const name of ['__init__', 'linalg', '_core/__init__']) {
      expect(checkPython(`src/python/packages/numpy/${name}.py`, text)).toEqual([]);
    }
    expect(checkPython('src/python/packages/numpy/_core/dtypes.py', text)).toHaveLength(1);
  });

  it('fixes and formats, several mistakes at once, and what it fixed is in order', () => {
    const text = `${documented}import sys\nimport os, re\nprint(os.name,sys.path)\nif 1 in [x for x in [1]]: pass\n`;
    const fixed = fixPython('src/python/a.py', text);
    expect(fixed).toContain('import os\nimport sys\n\nprint(os.name, sys.path)\n');
    expect(fixPython('src/python/a.py', fixed)).toBe(fixed);
  });
});
