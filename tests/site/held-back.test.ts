import { expect, it } from 'vitest';
import { holdBack } from '../../src/site/build/held-back.ts';

const elsewhere = { chapter: '/book/#x', answers: '/book/#x.solutions' };
const line = (address: string) =>
  `<p class="fold-to-come">This comes after the page. Without scripts, it is in <a href="${address}">the guide as a book</a>.</p>`;
const split = (html: string) => holdBack(html, elsewhere, () => '/x.json');

it('takes the checks, lines and sentences of exercises out of a page, and nothing else', () => {
  const { html, heldBack } = split(
    `<body><checked-exercise class="exercise-body" data-name="a" data-tries="x"><python-cell data-example="exercise-a" data-check="f = &quot;g&quot;" data-lines="[1]"><pre>code</pre></python-cell><template data-mistake="sign"><p>Look at <b>the sign</b>.</p></template></checked-exercise>
<template data-other="">kept</template><checked-exercise class="exercise-body" data-name="b"><python-cell data-check="h"></python-cell></checked-exercise></body>`,
  );
  expect(
    html,
  ).toBe(`<body data-rest="/x.json"><checked-exercise data-held="0" class="exercise-body" data-name="a" data-tries="x"><python-cell data-example="exercise-a" data-check=""><pre>code</pre></python-cell></checked-exercise>
<template data-other="">kept</template><checked-exercise data-held="1" class="exercise-body" data-name="b"><python-cell data-check=""></python-cell></checked-exercise></body>`);
  expect(heldBack).toEqual([
    '<i data-check="f = &quot;g&quot;" data-lines="[1]"></i><template data-mistake="sign"><p>Look at <b>the sign</b>.</p></template>',
    '<i data-check="h"></i>',
  ]);
});

it('takes the bodies of folds, with the folds in them, and leaves their anchors and where else they are', () => {
  const body =
    '<div><svg id="drawn"></svg><p id="a">x</p><details class="fold hint"><summary>s</summary>y</details></div>';
  const { html, heldBack } = split(
    `<body><details class="lesson-fold"><summary>Contents</summary>z</details><details class="fold solution" hidden="until-found"><summary><span>S</span></summary>${body}</details><details class="fold hint"><summary>H</summary>h</details></body>`,
  );
  expect(html).toBe(
    `<body data-rest="/x.json"><details class="lesson-fold"><summary>Contents</summary>z</details><details data-held="0" class="fold solution" hidden="until-found"><summary><span>S</span></summary><span id="a"></span>${line('/book/#x.solutions')}</details><details data-held="1" class="fold hint"><summary>H</summary>${line('/book/#x')}</details></body>`,
  );
  expect(heldBack).toEqual([body, 'h']);
});

it('takes the TeX of the equations of explorables, and of no other formula', () => {
  const formula = (tex: string) => `<math><semantics><annotation encoding="t">${tex}</annotation></semantics></math>`;
  const { html, heldBack } = split(
    `<body>${formula('a')}<calculus-explorable id="e">${formula('b &lt; c')}<details class="explorable-fold"><summary>Python</summary><pre>d</pre></details></calculus-explorable></body>`,
  );
  expect(html).toBe(
    `<body data-rest="/x.json">${formula('a')}<calculus-explorable id="e"><math><semantics><annotation encoding="t" data-held="1"></annotation></semantics></math><details data-held="0" class="explorable-fold"><summary>Python</summary>${line('/book/#x.solutions')}</details></calculus-explorable></body>`,
  );
  expect(heldBack).toEqual(['<pre>d</pre>', 'b &lt; c']);
});

it('leaves a page of which all is seen as it is, and writes no file', () => {
  const plain = '<body><p>No exercise.</p></body>';
  expect(holdBack(plain, elsewhere, () => expect.fail('nothing is held back')).html).toBe(plain);
});
