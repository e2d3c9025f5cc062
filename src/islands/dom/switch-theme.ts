import { themeEvent, themeKey } from '../../core/theme-names.ts';
import type { PageStorage } from './page-storage.ts';

const choices = ['auto', 'light', 'dark'] as const;
const names = { auto: 'as the system', light: 'light', dark: 'dark' } as const;

/** Makes a button go through the choices of colors: those of the system, light, dark. The choice is stored. */
export function switchTheme(button: HTMLButtonElement, storage: PageStorage): void {
  const chosen = () => choices.find((choice) => choice === document.documentElement.dataset['theme']) ?? 'auto';
  const say = () => {
    const next = nextOf(chosen());
    button.ariaLabel = `Colours: ${names[chosen()]}`;
    button.title = `Colours: ${names[chosen()]}. Next: ${names[next]}.`;
  };
  button.addEventListener('click', () => {
    const choice = nextOf(chosen());
    if (choice === 'auto') storage.remove(themeKey);
    else storage.write(themeKey, choice);
    dispatchEvent(new CustomEvent(themeEvent, { detail: choice }));
    say();
  });
  // Another tab has a switch as well.
  addEventListener('storage', say);
  say();
}

function nextOf(choice: (typeof choices)[number]): (typeof choices)[number] {
  return choices[(choices.indexOf(choice) + 1) % choices.length] ?? 'auto';
}
