import type { Diagnostic } from '../../core/diagnostic.ts';
import type { PageReferences } from './page-references.ts';

/**
 * The explorables of the site, which know the settings that a page may give them. They are handed in: the verifier of
 * another guide has none.
 */
export interface SettingCheck {
  /** A digest of the program that decides: the result is kept with the page. */
  readonly digest: () => string;
  /** The faults of some settings of an explorable, each with its key; none if there is no such explorable. */
  readonly faults: (
    name: string,
    settings: readonly (readonly [key: string, text: string])[],
  ) => Promise<readonly { readonly key: string; readonly message: string; readonly hint: string }[]>;
}

/** The settings of a page's explorables that they cannot have, each at its attribute. */
export async function checkSettings(
  references: PageReferences | undefined,
  { faults }: SettingCheck,
): Promise<Diagnostic[]> {
  const all = (references?.explorables ?? []).filter(({ settings }) => settings.length > 0);
  const found = await Promise.all(
    all.map(async ({ to, place, settings }) => {
      const given = settings.map(({ key, text }) => [key, text] as const);
      return (await faults(to, given)).map(({ key, message, hint }) => {
        const at = settings.findLast((one) => one.key === key)?.place ?? place;
        return { rule: 'element/setting', place: at, message, hint };
      });
    }),
  );
  return found.flat();
}
