import { describe, expect, it } from 'vitest';
import { parseInfoString } from '../../src/examples/extract/info-string.ts';

describe('parseInfoString', () => {
  it.each([
    ['', {}],
    ['name=a-b session=s', { name: 'a-b', session: 's' }],
    ['  raises=KeyError   name=x ', { raises: 'KeyError', name: 'x' }],
    ['illustrative="needs a graphics card"', { illustrative: 'needs a graphics card' }],
    ['raises=np.linalg.LinAlgError', { raises: 'np.linalg.LinAlgError' }],
  ])('reads %j', (text, options) => {
    expect(parseInfoString(text, 'lesson')).toEqual({ options, problems: [] });
  });

  it.each([
    ['nmae=a', 'option/unknown', 0, 'Did you mean `name`?'],
    ['name=a sesion=b', 'option/unknown', 7, 'Did you mean `session`?'],
    ['{1,3}', 'option/unknown', 0, 'is not an option'],
    ['name', 'option/value', 0, 'has no value'],
    ['name=A', 'option/value', 0, 'lower case'],
    ['raises="two words"', 'option/value', 0, 'exception'],
    ['illustrative=reason', 'option/value', 0, 'a few words'],
    ['name=a name=b', 'option/repeated', 7, 'twice'],
    ['illustrative="it takes long" raises=KeyError', 'option/clash', 0, '`raises` has no effect'],
  ])('complains of %j', (text, rule, offset, words) => {
    const [problem, ...more] = parseInfoString(text, 'lesson').problems;
    expect(problem).toMatchObject({ rule, offset });
    expect(problem?.message).toContain(words);
    expect(problem?.hint).not.toBe('');
    expect(more).toEqual([]);
  });

  it('passes over what is meant for other tools in a guide that is not ours', () => {
    expect(parseInfoString('title="a.py" {1,3-5} linenums name=ours', 'guide')).toEqual({
      options: { name: 'ours' },
      problems: [],
    });
    expect(parseInfoString('sesion=a', 'guide').problems).toHaveLength(1);
  });
});
