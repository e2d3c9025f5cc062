import { describe, expect, it } from 'vitest';
import { announces } from '../../src/examples/announcement.ts';

describe('what announces an output', () => {
  it.each([
    'Output (your numbers will differ):',
    'Expected output on my machine:',
    'Expected output, abbreviated:',
    'Sample Output — yours may differ:',
    'Output of the script:',
    'Terminal output:',
    'Result:',
    'The result is:',
    'Results (rounded):',
    'It prints:',
    'gives:',
    'This yields:',
    'This will print:',
    'This outputs the following:',
    'And the program displays:',
    'You should now see something like this:',
    'If you run this, you will get:',
    'Running the code above gives:',
    'The slope is 6. Running it prints:',
    'The console shows:',
    'Résultat :',
    'Sortie attendue (approximative) :',
    'Ausgabe des Programms:',
    'Resultado esperado:',
    'Ожидаемый вывод:',
    '运行结果如下：',
    '예상 출력:',
    '▶ Output',
    'Out [3]:',
  ])('%s', (text) => expect(announces(text)).toBe(true));

  it.each([
    'The output changed by about 6 for every unit of input.',
    'Save this as config.toml:',
    'Install the packages:',
    'The file looks like this:',
    'The data has three columns:',
    'In other words:',
    'Print the results.',
    'Results of the survey are discussed in the next chapter.',
    'Create a folder with these files:',
    'Output layers and activations',
    'The expected value of a random variable',
    '',
  ])('not: %s', (text) => expect(announces(text)).toBe(false));
});
