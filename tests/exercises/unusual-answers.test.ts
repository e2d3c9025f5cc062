import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { extractExercises } from '../../src/exercises/extract-exercises.ts';
import { readChecked } from '../../src/exercises/read-checked.ts';
import { startEmbeddedHost } from '../../src/python/embedded/embedded-host.ts';
import { defaultLimits } from '../../src/python/engine.ts';
import { prepareRuntime } from '../../src/python/interpreter/runtime-folder.ts';
import { parseMarkdown } from '../../src/verify/read/parse-markdown.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const engine = startEmbeddedHost(await prepareRuntime(join(root, '.cache', 'python')));
afterAll(() => engine.close());

/** What the check of an exercise in the guide says of its solution with these lines after it. */
async function judged(lesson: string, name: string, lines: string): Promise<string | undefined> {
  const file = `content/guide/${lesson}.mdx`;
  const text = readFileSync(join(root, file), 'utf8');
  const parsed = parseMarkdown(file, text);
  if ('diagnostic' in parsed) throw new Error(parsed.diagnostic.message);
  const { exercises } = extractExercises(parsed.tree, text, { file });
  const index = exercises.findIndex((one) => one.name === name);
  const exercise = exercises[index];
  if (!exercise) throw new Error(`There is no exercise ${name} in ${file}.`);
  const before = exercises
    .slice(0, index)
    .filter(({ session }) => session !== undefined && session === exercise.session)
    .map(({ solution }) => solution.text);
  const earlier = before.map((code) => ({ code, values: [] }));
  const check = { code: exercise.check.text, mutants: false, before };
  const answer = { code: `${exercise.solution.text}\n${lines}\n`, values: [], check };
  const [results] = await engine.run([{ blocks: [...earlier, answer] }], { ...defaultLimits, seconds: 20 });
  const record = readChecked(results?.at(-1)?.checked ?? '').record;
  return record.mistake ?? record.problem?.kind ?? record.verdict;
}

const nanArrows = `
few = np.linspace(-2.5, 2.5, 6)
X, Y = np.meshgrid(few, few)
plt.quiver(X, Y, X / 0 * 0, Y)
plt.show()`;
const flattestEnd = `
def best_end(f, slope, starts, rate, steps):
    return min((walk(slope, x, rate, steps) for x in starts), key=lambda x: abs(slope(x)))`;
const toTwoDecimals = 'exact = best\nbest = lambda *asked: round(exact(*asked), 2)';
const lowestOnTheWay = `
def best_end(f, slope, starts, rate, steps):
    places = list(starts)
    for x in starts:
        for _ in range(steps):
            x = x - rate * slope(x)
            places.append(x)
    return min(places, key=f)`;
const firstAndLast = `
def kind(c):
    if c[0] * c[-1] < 0:
        return "saddle"
    return "unknown" if 0 in c else "minimum" if c[0] > 0 else "maximum"`;
const twoValues = 'y = 2 * x + 1 + np.random.choice([-0.5, 0.5], N)';
const arrivedInOne = `
usual = diagnose
def diagnose(path):
    (m0, b0), (m, b) = path[0], path[-1]
    came_nearer = abs(m - 1.98) < abs(m0 - 1.98)
    return "healthy" if came_nearer and m != m0 and b != b0 and abs(b - 0.99) < 0.1 else usual(path)`;
const beforeTheLastRise = `
def best_epoch(training, held_back):
    k = len(held_back) - 1
    while k > 0 and held_back[k - 1] <= held_back[k]:
        k = k - 1
    return k`;
const sumOfSlopes = `
def agrees(gradients, x, y, m, b):
    return abs(sum(gradients(x, y, m, b)) - sum(measured(x, y, m, b))) < 1e-6`;

it.each([
  ['02-derivatives', 'binary-search', 'best = lambda *_: 10**400', 'differs'],
  ['02-derivatives', 'binary-search', toTwoDecimals, 'differs'],
  ['03-gradients', 'compute-gradients', 'straight = [(1, 0, 1.0), (0, 1, 1.0)]', 'wrong kind'],
  ['03-gradients', 'contour-plot', nanArrows, 'differs'],
  ['05-gradient-descent', 'several-starts', flattestEnd, 'differs'],
  ['05-gradient-descent', 'several-starts', lowestOnTheWay, 'differs'],
  ['05-gradient-descent', 'kind-of-a-level-place', firstAndLast, 'differs'],
  ['06-linear-regression', 'project-data', twoValues, 'differs'],
  ['06-linear-regression', 'project-data', 'x = np.random.randint(-3, 4, N)\ny = 2 * x + 1 + noise', 'differs'],
  ['06-linear-regression', 'project-check', sumOfSlopes, 'differs'],
  ['06-linear-regression', 'project-descent', 'x = x[:40]', 'differs'],
  ['06-linear-regression', 'project-pictures', 'path = [(*place, 0) for place in path]', 'wrong kind'],
  ['09-summary', 'four-sick-runs', arrivedInOne, 'differs'],
  ['09-summary', 'when-to-stop', beforeTheLastRise, 'differs'],
])('%s, %s with %j: %s', async (lesson, name, lines, what) => {
  expect(await judged(lesson, name, lines)).toBe(what);
});
