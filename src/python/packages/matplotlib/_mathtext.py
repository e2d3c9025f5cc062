"""Converts mathematics between dollar signs, as in "$x^2$", to the letters and symbols of Unicode."""

from ._refuse import unsupported

GREEK = dict(
    zip(
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi"
        " omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega".split(),
        "αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΦΨΩ",
    )
)
SIGNS = {
    **GREEK,
    **dict(
        pair.split(":")
        for pair in """
        varepsilon:ε vartheta:ϑ varphi:φ ell:ℓ nabla:∇ partial:∂ infty:∞ cdot:· times:× div:÷ pm:± mp:∓ leq:≤ le:≤ geq:≥
        ge:≥ neq:≠ ne:≠ approx:≈ sim:∼ equiv:≡ propto:∝ rightarrow:→ to:→ leftarrow:← Rightarrow:⇒ mapsto:↦ in:∈ sum:∑
        prod:∏ int:∫ degree:° circ:∘ prime:′ ldots:… dots:… cdots:⋯ langle:⟨ rangle:⟩ Vert:‖ ll:≪ gg:≫
        """.split()
    ),
    **{name: name for name in "sin cos tan exp log ln max min arg lim tanh sinh cosh det { } $ % _ # &".split()},
    **dict.fromkeys(", ; :".split() + [" "], " "),
    **dict.fromkeys(["!", "left", "right"], ""),
    "|": "‖",
    "quad": "  ",
}
RAISED = dict(
    zip(
        "0123456789+-−=()niabcdefghjklmoprstuvwxyzTβ′*∘",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᵝ′*°",
    )
)
LOWERED = dict(zip("0123456789+-−=()aehijklmnoprstuvxβρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵨᵩᵪ"))
SPACED = {"-": " − ", "+": " + ", "=": " = ", "<": " < ", ">": " > ", "'": "′", "~": " "}
# Commands that only change the style of letters, which plain text does not have.
LOOKS = "mathrm mathit mathbf text mathregular mathcal mathbb operatorname boldsymbol rm bf".split()
ACCENTS = {"hat": "\u0302", "bar": "\u0304", "vec": "\u20d7", "tilde": "\u0303", "dot": "\u0307"}


def typeset(text):
    """`text` with the formulas between dollar signs converted; an escaped or a single dollar sign stays.

    Raises NotImplementedError for mathematics that Unicode has no characters for.
    """
    pieces = text.replace(r"\$", "\0").split("$")
    if len(pieces) < 3 or len(pieces) % 2 == 0:
        return text.replace(r"\$", "$")
    return "".join(_Formula(piece).whole() if i % 2 else piece for i, piece in enumerate(pieces)).replace("\0", "$")


class _Formula:
    def __init__(self, source):
        self.source = source
        self.at = 0

    def whole(self):
        said = self._until(None)
        return said.strip(" ")

    def _until(self, end):
        said = []
        while self.at < len(self.source) and self.source[self.at] != end:
            said.append(self._one())
        self.at += 1
        return "".join(said)

    def _one(self):
        sign = self.source[self.at]
        self.at += 1
        if sign in "^_":
            return self._shifted(self._argument(), sign)
        if sign == "\\":
            return self._command()
        if sign == "{":
            return self._until("}")
        if sign.isspace():
            return ""
        if sign in "+-" and not self._after_a_term():
            return "+−"["+-".index(sign)]
        return SPACED.get(sign, sign)

    def _after_a_term(self):
        before = self.source[: self.at - 1].rstrip()[-1:]
        return before.isalnum() or before in ")]}|'" and before != ""

    def _argument(self):
        while self.source[self.at : self.at + 1].isspace():
            self.at += 1
        if self.at >= len(self.source):
            raise ValueError(f"${self.source}$ is incomplete: something is missing at its end")
        return self._one()

    def _shifted(self, said, sign):
        table = RAISED if sign == "^" else LOWERED
        bare = said.replace(" ", "")
        if any(letter not in table for letter in bare):
            raise unsupported(
                f"${self.source}$: {sign}{{{said}}}", "Write it in plain text, for example 'w_old' or 'exp(-x²)'."
            )
        return "".join(table[letter] for letter in bare)

    def _command(self):
        start = self.at
        while self.source[self.at : self.at + 1].isalpha():
            self.at += 1
        self.at = max(self.at, start + 1)
        name = self.source[start : self.at]
        if name in ("frac", "dfrac", "tfrac"):
            return f"{_bracketed(self._argument())}/{_bracketed(self._argument())}"
        if name == "sqrt":
            return f"√{_bracketed(self._argument())}"
        if name in LOOKS:
            return self._argument()
        if name in ACCENTS:
            return self._argument() + ACCENTS[name]
        if name not in SIGNS:
            raise unsupported(f"${self.source}$: \\{name}", "Write it in plain text.")
        said = SIGNS[name]
        return f" {said} " if said in "≤≥≠≈→←⇒∈∼≡∝↦≪≫" and said else said


def _bracketed(said):
    return said if len(said) <= 1 or said.replace(".", "").isalnum() else f"({said})"
