import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { answersToEnd, linksToFootnotes } from '../../../src/core/for-paper.ts';
import { bookChapter } from '../../../src/site/book/book-chapter.ts';

const chapters = ['slopes', 'steps'].map((id) => ({ id, page: `https://example.org/base/guide/${id}/` }));
const slopes = { id: 'slopes', page: 'https://example.org/base/guide/slopes/' };

function articleOf(html: string): Element {
  const article = parseHTML(`<!doctype html><article>${html}</article>`).document.querySelector('article');
  if (!article) throw new Error('no article');
  return article;
}
const chapterOf = (html: string) => bookChapter(articleOf(html), slopes, chapters);

describe('a chapter of the book', () => {
  it.each([
    ['a part of the same lesson', '#why', '#slopes.why'],
    ['its own page', '/base/guide/slopes/', '#slopes'],
    ['a part of another lesson', '/base/guide/steps/#rule', '#steps.rule'],
    ['another lesson', '/base/guide/steps/', '#steps'],
    ['a page that is not in the book', '/base/glossary/#norm', 'https://example.org/base/glossary/#norm'],
    ['another site', 'https://numpy.org/a?b=1', 'https://numpy.org/a?b=1'],
  ])('leads to %s', (_, address, inBook) => {
    const { text } = chapterOf(`<p><a class="term" href="${address}">x</a></p>`);
    expect(text).toContain(`href="${inBook}"`);
  });

  it('has identifiers of its own, and names them where it did', () => {
    const { text } = chapterOf(
      '<h2 id="a">A</h2><p aria-labelledby="a b" id="b">b</p><svg viewBox="0 0 1 1"><clipPath id="c"></clipPath><g clip-path="url(#c)"></g></svg>',
    );
    expect(text).toContain('<h2 id="slopes.a">');
    expect(text).toContain('aria-labelledby="slopes.a slopes.b"');
    expect(text).toContain('clip-path="url(#slopes.c)"');
    expect(text).toContain('viewBox="0 0 1 1"');
  });

  it('numbers each address outside of it once', () => {
    const { text, links } = chapterOf(
      '<p><a href="https://a.org/">a</a> <a href="/base/playground/">b</a> <a href="https://a.org/">a</a> <a class="term" href="/base/glossary/#t">t</a></p>',
    );
    expect([...text.matchAll(/<sup[^>]*>(\d)/g)].map(([, number]) => number)).toEqual(['1', '2', '1']);
    expect(links).toBe('<li>https://a.org/</li><li>https://example.org/base/playground/</li>');
  });

  it('numbers addresses in the order in which they are read, those of the solutions last', () => {
    const { text, solutions, links } = chapterOf(
      '<section class="exercise"><h3>E</h3><details class="solution"><summary>S</summary><a href="https://end.org/">a</a></details></section><a href="https://text.org/">b</a>',
    );
    expect(text).toContain('<sup class="paper-mark">1</sup>');
    expect(solutions).toContain('<sup class="paper-mark">2</sup>');
    expect(links).toBe('<li>https://text.org/</li><li>https://end.org/</li>');
  });

  it('opens what is folded, and has no control', () => {
    const { text } = chapterOf(
      '<details class="fold hint" hidden="until-found"><summary>Hint</summary>h</details><button>Run</button><p class="needs-script">x</p>',
    );
    expect(text).toBe('<details open class="fold hint"><summary>Hint</summary>h</details>');
  });

  it('has its solutions at the end, each below the title of its exercise', () => {
    const exercise = (n: number) =>
      `<section class="exercise"><h3>Exercise ${n}</h3><details class="fold solution"><summary>Solution</summary><div class="fold-body"><p>Answer ${n}</p></div></details></section>`;
    const { text, solutions } = chapterOf(exercise(1) + exercise(2));
    expect(text).not.toContain('Answer');
    expect(text.match(/The solution is at the end\./g)).toHaveLength(2);
    expect(solutions.replace(/<[^>]*>/g, '|')).toMatch(/Exercise 1\|+Answer 1\|+Exercise 2\|+Answer 2/);
  });
});

it('numbers the answers of questions and guesses, which have no title', () => {
  const html = (kind: string, end: string) =>
    `<${kind}><details class="fold ${end}"><summary>Show the answer</summary><p>because</p></details></${kind.split(' ')[0]}>`;
  const { text, solutions } = chapterOf(
    html('calculus-question', 'answers') + html('div class="explorable"', 'ask-answer'),
  );
  expect(text.replace(/<[^>]*>/g, '')).toBe('At the end: Answer 1.At the end: Answer 2.');
  expect(solutions.replace(/<[^>]*>/g, '|')).toMatch(/Answer 1\|+because\|+Answer 2\|+because/);
});

it('after printing, a page is as it was before', () => {
  const html =
    '<p><a href="https://a.org/">a</a></p><section class="exercise"><h3>E</h3><details class="fold solution"><summary>Solution</summary><div class="fold-body">A</div></details></section>';
  const article = articleOf(html);
  const [list, end] = [article.ownerDocument.createElement('ol'), article.ownerDocument.createElement('div')];
  const putBack = [
    answersToEnd(article, end),
    linksToFootnotes([article, end], list, (link) => link.getAttribute('href') ?? undefined),
  ];
  expect(article.innerHTML).not.toBe(html);
  expect(list.children).toHaveLength(1);
  expect(end.textContent).toBe('EA');
  for (const undo of putBack.toReversed()) undo();
  expect(article.innerHTML).toBe(html);
  expect(list.children.length + end.children.length).toBe(0);
});
