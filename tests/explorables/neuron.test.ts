import { expect, test } from 'vitest';
import { neuron } from '../../src/explorables/neuron.ts';
import { outputOf } from './output-of.ts';

const { state } = neuron.initial;
const plain = (text = '') => text.replace('−', '-');
const valuesOf = (other: object) =>
  neuron
    .scene({ ...state, ...other })
    .view(0)
    .readouts.map(({ value }) => plain(value));

test('the rates at first are those that its example prints', () => {
  const [loss, r1, r2, rb] = valuesOf({});
  const wanted = [`loss ${loss}`, `rate for w1 ${r1}`, `rate for w2 ${r2}`, `rate for b ${rb}`];
  expect(outputOf('guide/04-chain-rule', 'neuron-rates').trim().split('\n')).toEqual(wanted);
});

test("with the lesson's inputs it has the rates that the lesson prints", () => {
  const [loss, r1, r2, rb] = valuesOf({ x2: -1, w1: 0.8, w2: 0.3, b: 0.1 });
  const printed = outputOf('guide/04-chain-rule', 'neuron');
  expect(printed).toContain(`loss = ${loss}\nrates for w: ${r1}, ${r2}\nrate for b:  ${rb}`);
});

test('two that respond alike are both named, and then there is nothing to ask', () => {
  const alike = neuron.scene({ ...state, x2: -1 });
  expect(alike.prediction).toBeUndefined();
  expect(alike.view(0).sentence).toContain('largest in size for w₂ and b.');
});

test('while the question is open no rate of a parameter is to be seen', () => {
  const asked = neuron.scene(state).view(0, {});
  expect(asked.readouts.slice(1).map(({ value }) => value)).toEqual(['?', '?', '?']);
  expect(asked.equation.match(/for } w_\d &= \\htmlData\{term=r\d\}\{\\mathord\{\?\}/g)?.length).toBe(2);
});
