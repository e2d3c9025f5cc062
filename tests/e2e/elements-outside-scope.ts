/** Elements with a class that the stylesheet has only as `:where(root) .class`, and that have no such root around them. */
export function elementsOutsideOfTheirScope(): { scopes: number; outside: string[] } {
  const selectorsOf = (rules: CSSRuleList): string[] =>
    [...rules].flatMap((rule) => [
      ...('selectorText' in rule ? [String(rule.selectorText)] : []),
      ...('cssRules' in rule ? selectorsOf(rule.cssRules as CSSRuleList) : []),
    ]);
  const selectors = [...document.styleSheets].flatMap((sheet) => selectorsOf(sheet.cssRules)).join('\n');
  const pairs = [...selectors.matchAll(/:where\(([^()]+)\) (\.[\w-]+)/g)].map(([, root, name]) => `${root} ${name}`);
  const scopes = [...new Set(pairs)];
  const outside = scopes.filter((scope) => {
    const at = scope.lastIndexOf(' ');
    const [root, name] = [scope.slice(0, at), scope.slice(at + 1)];
    return [...document.querySelectorAll(name)].some((element) => !element.closest(root));
  });
  return { scopes: scopes.length, outside };
}
