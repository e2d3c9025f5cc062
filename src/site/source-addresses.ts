/** The addresses at which a reader can edit a page or report a mistake. */
export interface SourceAddresses {
  readonly edit: string;
  readonly report: string;
}

/**
 * The addresses for one page.
 *
 * @param repository of the source, as `https://github.com/owner/name`
 * @param file the page's source, from the project's root
 * @param title the page's title
 */
export function sourceAddresses(repository: string, file: string, title: string): SourceAddresses {
  const url = repository.replace(/\/+$/, '');
  const path = file.split('/').map(encodeURIComponent).join('/');
  return {
    edit: `${url}/edit/main/${path}`,
    report: `${url}/issues/new?title=${encodeURIComponent(`Mistake in “${title}”`)}`,
  };
}
