import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../src/verify/configuration/read-configuration.ts';
import { project } from './command.ts';

const fence = (code: string, language = 'python') => `\`\`\`${language}\n${code}\n\`\`\`\n\n`;

describe('--init', () => {
  it('says what a folder has, and writes a configuration that fits it and holds', async () => {
    const { run, path } = project({
      'docs/README.md': fence('pip install x', 'bash'),
      'docs/episodes/a.md': `${fence('import pandas as pd\nprint(1)')}${fence('1', 'output')}${fence('print(2)')}${fence('2', 'text')}${fence('y = 1', '{ .python .annotate }')}`,
      'docs/episodes/b.mdx': `${fence('>>> 1\n1', 'pycon')}${fence('x', 'python notest')}${fence('open("data/a.csv")')}`,
      'docs/episodes/data/a.csv': '1',
    });
    const { code, out } = await run(['--init', 'docs'], {}, { root: '/nowhere' });
    expect(code).toBe(0);
    for (const line of [
      '3 files (2 .md, 1 .mdx), 2 of them with Python',
      '5 python',
      '1 × output fence',
      '1 × fence after the code',
      '1 × interactive session',
      '1 × it is marked `notest`',
      'lacks: pandas',
      'examples read files of episodes/data',
      'Wrote docs/prove-guide.yaml.\nNext: npm run verify -- docs\n',
    ])
      expect(out).toContain(line);
    const text = readFileSync(path('docs/prove-guide.yaml'), 'utf8');
    expect(readConfiguration({ file: 'x', folder: '/x', text })).toMatchObject({
      configuration: { files: ['episodes/**'], engine: 'native', data: [{ from: 'episodes/data', as: 'data' }] },
    });
    expect((await run(['docs'], {}, { root: '/nowhere' })).out).toContain('2 files');
  });

  it('finds the data that examples read from another folder than their own, however they name it', async () => {
    const { run, path } = project({
      'episodes/a.md': fence('open("part-01.csv")\nglob.glob("part-*.csv")\nopen("../extra/b.txt")\nopen("c.txt")'),
      'episodes/data/part-01.csv': '1',
      'site/extra/b.txt': '',
      'work/c.txt': '',
      'work/program.py': '',
    });
    await run(['--init', '.'], {}, { root: '/nowhere' });
    const text = readFileSync(path('prove-guide.yaml'), 'utf8');
    expect(readConfiguration({ file: 'x', folder: '/x', text })).toMatchObject({
      configuration: {
        data: [
          { from: 'episodes/data', as: '.' },
          { from: 'site/extra', as: 'extra' },
        ],
      },
    });
  });

  it('writes over nothing, and writes nothing where there is no Python', async () => {
    const { run, path } = project({ 'a/prove-guide.json': '{}', 'a/a.md': fence('1'), 'b/b.md': 'text\n' });
    expect(await run(['--init', 'a'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('a/prove-guide.json` exists'),
    });
    expect(await run(['--init', 'b'])).toMatchObject({ code: 2, err: expect.stringContaining('no Python') });
    expect([path('a/prove-guide.yaml'), path('b/prove-guide.yaml')].filter((one) => existsSync(one))).toEqual([]);
  });
});
