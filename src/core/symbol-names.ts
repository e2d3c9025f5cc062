const greek =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho - sigma tau upsilon phi chi psi omega';

/** Names under which a symbol of a formula can be searched for, in English or as in LaTeX. */
const signs: Readonly<Record<string, readonly string[]>> = {
  '∇': ['nabla', 'del', 'gradient'],
  '∂': ['partial', 'curly d', 'del'],
  '∑': ['sum', 'sigma', 'Σ'],
  '∏': ['product', 'prod', 'Π'],
  '√': ['square root', 'sqrt', 'root'],
  '∞': ['infinity', 'infty', 'inf'],
  '≈': ['approximately', 'about', 'approx'],
  '≠': ['not equal', 'neq', '!='],
  '≤': ['at most', 'leq', 'le'],
  '≥': ['at least', 'geq', 'ge'],
  '≪': ['much less', 'll'],
  '≫': ['much greater', 'gg'],
  '±': ['plus or minus', 'pm'],
  '−': ['minus'],
  '×': ['times'],
  '÷': ['divided by', 'div'],
  '⋅': ['dot', 'cdot', '·'],
  '∘': ['composed with', 'circle', 'circ'],
  '∗': ['asterisk', 'star', 'ast'],
  '→': ['to', 'arrow', 'rightarrow'],
  '←': ['left arrow', 'leftarrow', 'gets'],
  '↦': ['maps to', 'mapsto'],
  '⇒': ['implies'],
  '⟹': ['implies'],
  '∈': ['element of', 'in'],
  '∥': ['norm', 'double bar', 'lVert', '‖'],
  '‖': ['norm', 'double bar', 'lVert'],
  '∣': ['bar', 'absolute value', '|'],
  '⊤': ['transpose', 'top'],
  '′': ['prime'],
  '″': ['double prime'],
  '…': ['dots', 'ldots'],
  '⋯': ['dots', 'cdots'],
  '⋮': ['vertical dots', 'vdots'],
  '⋱': ['diagonal dots', 'ddots'],
  '⌊': ['floor', 'lfloor'],
  '⌋': ['floor', 'rfloor'],
  '⌈': ['ceiling', 'lceil'],
  '⌉': ['ceiling', 'rceil'],
  '⏟': ['brace', 'underbrace'],
  '°': ['degrees'],
  ϵ: ['epsilon', 'ε'],
  ϕ: ['phi', 'φ'],
  '⟨': ['angle bracket', 'langle'],
  '⟩': ['angle bracket', 'rangle'],
};

/** The Greek letters, small and capital, with their names. */
export const greekLetters: ReadonlyMap<string, string> = new Map(
  greek.split(' ').flatMap((name, i) =>
    name === '-'
      ? []
      : [
          [String.fromCodePoint(0x3b1 + i), name],
          [String.fromCodePoint(0x391 + i), name],
        ],
  ),
);

/** The names of a symbol, or none if it has none. */
export function symbolNames(symbol: string): readonly string[] {
  const letter = greekLetters.get(symbol);
  return letter === undefined ? (signs[symbol] ?? []) : [letter];
}
