"""Programs drawn from a seed, over everything in the coverage table."""

from draw import Draw
from templates import TEMPLATES

LANGUAGE = [name for name in TEMPLATES if name.startswith("<")]


def missing(coverage):
    """The names of the coverage table for which there is no template."""
    return sorted(name for name in coverage if name not in TEMPLATES)


def programs(coverage, count, seed, language=True):
    """`count` programs. Each name has its turn as often as any other, the parts of the language three times as often."""
    names = sorted(name for name in coverage if name in TEMPLATES)
    turns = names + (3 * LANGUAGE if language else [])
    return [program(coverage, turns[k % len(turns)], f"{seed}/{k}") for k in range(count)]


def program(coverage, name, seed):
    """A program that uses `name` once or twice, then shows every array it has made."""
    draw = Draw(seed)
    kind = coverage.get(name) or OF_THE_LANGUAGE.get(name, "exact")
    for _ in range(draw.one_of(1, 1, 1, 2)):
        began = len(draw.statements)
        draw.random.choice(TEMPLATES[name])(draw, name)
        spoil(draw, draw.statements[began:])
        for statement in draw.statements[began:]:
            statement.setdefault("name", name)
            statement["class"] = promised(kind, statement)
    for array in draw.arrays:
        draw.show(array, name=name, **{"class": promised(kind, {})})
    return draw.statements


def spoil(draw, statements):
    """Now and then gives a call an argument that it does not take."""
    statement = draw.random.choice(statements)
    if draw.chance(0.03) and statement["code"].startswith("np.") and statement["code"].endswith(")"):
        more = draw.one_of("nonsense=1", "nonsense=None", "*[1, 2, 3, 4, 5, 6, 7]")
        call, _, last = statement["code"].rpartition(")")
        statement["code"] = f"{call}{'' if call.endswith('(') else ', '}{more}){last}"


#: The classes of what the coverage table does not name.
OF_THE_LANGUAGE = {"<powers>": "2 ulp"}


def promised(kind, statement):
    """How a statement is judged, given the class of the function in the coverage table."""
    if kind == "exact" or kind == "2 ulp":
        return kind
    return statement.get("judged", "exact")
