import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from './command.ts';
import { scratchFolder } from './scratch-folder.ts';

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly 'working-directory'?: string;
}

interface Job {
  readonly strategy?: { readonly matrix: { readonly shard: readonly number[] } };
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string | number>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const workflows = globSync('.github/workflows/*.yml', { cwd: root }).map((path) => ({
  path,
  text: readFileSync(join(root, path), 'utf8'),
  workflow: parse(readFileSync(join(root, path), 'utf8')) as Workflow,
}));

describe.each(workflows)('$path', ({ text, workflow }) => {
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);
  const isForStrangers = 'pull_request' in workflow.on;

  it('gives a pull request of a stranger no secret and no right to write', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    expect(text).not.toContain('secrets.');
    if (isForStrangers) expect(jobs.filter(({ permissions }) => permissions)).toEqual([]);
    for (const { uses, with: options } of steps) {
      if (uses?.startsWith('actions/checkout')) expect(options).toMatchObject({ 'persist-credentials': false });
    }
  });

  it('runs the code of the base branch for a pull request, and takes no more of it than `content/`', () => {
    if (!isForStrangers) return;
    const isOfRequest = ({ with: options = {} }: Step) => String(options['ref'] ?? '').includes('head');
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout'));
    for (const step of checkouts.filter(isOfRequest))
      expect(step.with).toMatchObject({ path: 'pages', 'sparse-checkout': 'content' });
    for (const { with: options } of checkouts.filter((step) => !isOfRequest(step)))
      expect(options?.['ref']).toContain('pull_request.base.sha || github.sha');
    expect(text).toContain(`github.event_name == 'pull_request' && '["embedded"]'`);
  });

  it('has no text of an event in a command of the shell', () => {
    const commands = steps.flatMap(({ run = [] }) => run);
    expect(commands.filter((run) => run.includes('${{'))).toEqual([]);
  });
});

describe('the steps of verify.yml', () => {
  const { workflow } = workflows.find(({ path }) => path.endsWith('verify.yml')) ?? {};
  const good = '```python\nprint(1)\n```\n\n```output\n1\n```\n';

  /** Runs the commands of the jobs in a copy of the project with two small pages; the packages are installed already. */
  function runJobs(pages: Readonly<Record<string, string>>) {
    const cwd = scratchFolder();
    for (const name of ['scripts', 'src', 'node_modules', 'package.json'])
      symlinkSync(join(root, name), join(cwd, name));
    mkdirSync(join(cwd, 'pages', 'content'), { recursive: true });
    for (const [name, text] of Object.entries(pages)) writeFileSync(join(cwd, 'pages', 'content', name), text);
    const { prove, merge } = workflow?.jobs ?? {};
    const runs = [
      ...(prove?.strategy?.matrix.shard ?? []).map((shard) => ({ job: prove, shard })),
      { job: merge, shard: 0 },
    ];
    const results = runs.flatMap(({ job, shard }) =>
      (job?.steps ?? []).flatMap(({ run, name = '', 'working-directory': folder = '.' }) => {
        if (run === undefined || name.startsWith('install')) return [];
        const job = { ENGINE: 'embedded', SHARD: String(shard) };
        const env = { ...process.env, ...workflow?.env, ...job, GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: cwd };
        const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', run], {
          cwd: join(cwd, folder),
          env: env as NodeJS.ProcessEnv,
          encoding: 'utf8',
        });
        return [{ status, text: stdout + stderr }];
      }),
    );
    return { cwd, results };
  }

  it('prove each part, and merge their reports', () => {
    const { cwd, results } = runJobs({ 'a.md': good, 'b.md': good.replace('\n1\n', '\n2\n') });
    expect(results.map(({ status }) => status)).toEqual([0, 1, 1]);
    expect(results[1]?.text).toMatch(/^::error file=content\/b\.md,line=6,/m);
    expect(results[2]?.text).toContain('2 files, 4 fences');
    for (const name of ['junit.xml', 'proof.sarif']) expect(existsSync(join(cwd, 'reports', name))).toBe(true);
    expect(Number(workflow?.env['SHARDS'])).toBe(results.length - 1);
  });
});

describe('the other workflows', () => {
  it.each([
    ['test.yml', ['npm test']],
    ['pages.yml', ['npm ci', 'npm run build']],
  ])('%s runs what these tests run: %j', (name, commands) => {
    const { workflow } = workflows.find(({ path }) => path.endsWith(name)) ?? {};
    const steps = Object.values(workflow?.jobs ?? {}).flatMap((job) => job.steps);
    expect(steps.flatMap(({ run = [] }) => run)).toEqual(commands);
  });
});
