import { expect, it } from 'vitest';
import { holdBack } from '../../src/site/held-back.ts';

const page = `<p>Task</p><checked-exercise class="exercise-body" data-name="a" data-tries="x"><python-cell data-example="exercise-a" data-check="f = &quot;g&quot;" data-lines="[1]"><pre>code</pre></python-cell><template data-mistake="sign"><p>Look at <b>the sign</b>.</p></template><details>hint</details></checked-exercise>
<template data-other="">kept</template><checked-exercise class="exercise-body" data-name="b"><python-cell data-check="h"></python-cell></checked-exercise>`;

it('takes the checks, lines and sentences of exercises out of a page, and nothing else', () => {
  const { html, heldBack } = holdBack(page, () => '/x.json');
  expect(
    html,
  ).toBe(`<p>Task</p><checked-exercise data-held-back="/x.json" class="exercise-body" data-name="a" data-tries="x"><python-cell data-example="exercise-a" data-check=""><pre>code</pre></python-cell><details>hint</details></checked-exercise>
<template data-other="">kept</template><checked-exercise data-held-back="/x.json" class="exercise-body" data-name="b"><python-cell data-check=""></python-cell></checked-exercise>`);
  expect(heldBack).toEqual({
    a: '<i data-check="f = &quot;g&quot;" data-lines="[1]"></i><template data-mistake="sign"><p>Look at <b>the sign</b>.</p></template>',
    b: '<i data-check="h"></i>',
  });
});

it('leaves a page without exercises as it is, and writes no file', () => {
  const plain = '<p>No exercise.</p>';
  expect(holdBack(plain, () => expect.fail('nothing is held back')).html).toBe(plain);
});
