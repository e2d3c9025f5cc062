import { describe, expect, it } from 'vitest';
import { withoutFixedForms } from '../../src/examples/compare/fixed-forms.ts';

describe('what asks only for the form of a value that changes', () => {
  it.each([
    ['print(len(str(uuid4())))', 'print(0)'],
    ['print(len(uuid.uuid4().hex), len(secrets.token_hex(8)))', 'print(0, 0)'],
    ['print(type(random.random()), isinstance(uuid4(), UUID))', 'print(0, 0)'],
    ['print(np.random.rand(3, 4).shape, rng.normal(size=(2, 3)).ndim)', 'print(0, 0)'],
    ['x = np.random.rand(3, 4)\nprint(x.shape, len(x), x)', 'x = np.random.rand(3, 4)\nprint(0, 0, x)'],
    ['u = uuid4()\nprint(len(str(u)))', 'u = uuid4()\nprint(0)'],
    ['print(f"{len(str(uuid4()))} characters")', 'print(f"{0} characters")'],
  ])('is the same at every run: %s', (code, left) => {
    expect(withoutFixedForms(code, '')).toBe(left);
  });

  it.each([
    'print(len(str(random.random())))',
    'print(len(random.choice(words)))',
    'print(type(random.choice([1, "a"])))',
    'print(len({random.randint(1, 6) for _ in range(9)}))',
    'x = np.random.rand(9)\nx = x[x > 0.5]\nprint(x.shape)',
    'x = random.sample(range(9), 3)\nx.append(1)\nprint(len(x))',
    'x = random.sample(range(9), 3) if random.random() > 0.5 else []\nprint(len(x))',
    'print(len(random.choices(words, k=random.randint(1, 5))))',
    'n = rng.integers(1, 9)\nprint(np.random.rand(rng.integers(1, 9)).shape)',
    'print(len(',
  ])('may be another one: %s', (code) => {
    expect(withoutFixedForms(code, '')).toBe(code);
  });

  it('counts what is bound before', () => {
    expect(withoutFixedForms('x.shape\n', 'x = np.random.rand(2)\n')).toBe('0\n');
    expect(withoutFixedForms('x.shape\n', 'x = np.random.rand(2)\nfor x in y:\n    pass\n')).toBe('x.shape\n');
  });
});
