"""Small wrong variants of an answer, to see whether its check notices them.

Changed are operators, comparisons, constants (and with them indices) and signs, one at a time, in those statements of
the answer on which the names depend that the check asks for, and in those that draw if it asks for figures. What the
answer prints is none of them.
"""

import ast
import builtins
import copy

# Functions that are made after this look up built-in names here.
__builtins__ = dict(vars(builtins))

OPERATORS = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div,),
    ast.Div: (ast.Mult,),
    ast.Pow: (ast.Mult,),
    ast.FloorDiv: (ast.Mult,),
    ast.Mod: (ast.Mult,),
}
COMPARISONS = {
    ast.Lt: ast.Gt,
    ast.LtE: ast.GtE,
    ast.Gt: ast.Lt,
    ast.GtE: ast.LtE,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
}


def make_mutants(code, asked, asks_figures=False):
    """Each mutant as `{"what", "line", "code"}`; `what` is the changed piece before and after, and unique."""
    tree = ast.parse(code)
    drawing = [one for one in tree.body if asks_figures and _is_call_of_method(one)]
    judged = _judged_statements(tree, set(asked), drawing)
    texts = [ast.unparse(statement) for statement in tree.body]
    found, known, counts = [], {"\n".join(texts)}, {}
    for statement, line, before, after, put, put_back in _changes(judged):
        at = tree.body.index(statement)
        put()
        # Only this statement differs, and to write a whole program anew takes long.
        text = "\n".join([*texts[:at], ast.unparse(statement), *texts[at + 1 :]])
        put_back()
        if text in known:
            continue
        known.add(text)
        what = f"{before} → {after}"
        counts[what] = counts.get(what, 0) + 1
        again = "" if counts[what] == 1 else f" ({counts[what]})"
        found.append({"what": f"{what}{again}", "line": line, "code": text})
    return found


def _judged_statements(tree, needed, drawing):
    """The statements that draw, those of the module that bind a needed name, and those that bind what these use."""
    judged = list(drawing)
    needed = needed.union(*map(_free, drawing))
    modules = {alias.asname or alias.name for one in tree.body if isinstance(one, ast.Import) for alias in one.names}
    while True:
        more = [one for one in tree.body if one not in judged and _bound(one, modules) & needed]
        if not more:
            return sorted(judged, key=lambda one: one.lineno)
        judged += more
        for one in more:
            needed |= _free(one)


def _is_call_of_method(statement):
    """Whether a statement, or one in a loop, only calls a method, as `plt.plot(x, y)` does."""
    if isinstance(statement, ast.For):
        return any(map(_is_call_of_method, statement.body))
    call = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)


def _free(node):
    """The names that a statement uses, without those that are a function's own."""
    if not isinstance(node, (ast.FunctionDef, ast.Lambda)):
        inner = [_free(child) for child in ast.iter_child_nodes(node)]
        return set().union(*inner, {node.id} if isinstance(node, ast.Name) else set())
    arguments = node.args
    own = {one.arg for one in [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]}
    body = node.body if isinstance(node.body, list) else [node.body]
    for one in body:
        own |= {name.id for name in ast.walk(one) if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)}
    inner = [_free(child) for child in [*body, *arguments.defaults, *(arguments.kw_defaults or [])] if child]
    return set().union(*inner) - own


def _bound(statement, modules):
    """The names that a statement binds or changes. A module is changed by a call alone: `np.random.seed(42)`."""
    if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
        return {statement.name}
    inner = [one for one in ast.walk(statement) if not isinstance(one, (ast.Import, ast.ImportFrom))]
    names = {one.id for one in inner if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
    # A statement such as `values.append(x)` or `values[0] = x` changes what a name stands for.
    changed = {root.id for one in inner for root in _changed_roots(one)}
    alone = _changed_roots(statement.value) if isinstance(statement, ast.Expr) else []
    return names | (changed - modules) | {root.id for root in alone}


def _changed_roots(node):
    target = None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        target = node.func.value
    elif isinstance(node, (ast.Subscript, ast.Attribute)) and isinstance(node.ctx, ast.Store):
        target = node.value
    while isinstance(target, (ast.Subscript, ast.Attribute)):
        target = target.value
    return [target] if isinstance(target, ast.Name) else []


def _changes(statements):
    """Each change as (statement, line, before, after, put, put back); the tree is as it was between two of them."""
    for statement in statements:
        for node, parent_field in _nodes(statement):
            for change in _changes_of(node, parent_field):
                yield statement, *change


def _nodes(root):
    """All nodes below a statement with a function that replaces each; without texts and what is printed."""
    for field, value in ast.iter_fields(root):
        children = enumerate(value) if isinstance(value, list) else [(None, value)]
        for index, child in children:
            if not isinstance(child, ast.AST) or _is_printing(child) or isinstance(child, ast.JoinedStr):
                continue
            yield child, _replacer(root, field, index)
            yield from _nodes(child)


def _replacer(parent, field, index):
    def replace(node):
        if index is None:
            setattr(parent, field, node)
        else:
            getattr(parent, field)[index] = node

    return replace


def _is_printing(node):
    call = node.value if isinstance(node, ast.Expr) else node
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "print"


def _changes_of(node, replace):
    for other in _variants(node):
        yield node.lineno, ast.unparse(node), ast.unparse(other), (lambda o=other: replace(o)), (lambda: replace(node))


def _variants(node):
    if isinstance(node, ast.BinOp):
        return [_with(node, op=kind()) for kind in OPERATORS.get(type(node.op), ())]
    if isinstance(node, ast.AugAssign):
        return [_with(node, op=kind()) for kind in OPERATORS.get(type(node.op), ())]
    if isinstance(node, ast.Compare) and type(node.ops[0]) in COMPARISONS:
        return [_with(node, ops=[COMPARISONS[type(node.ops[0])](), *node.ops[1:]])]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return [node.operand]
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return [_with(node, value=value) for value in _other_numbers(node.value)]
    if isinstance(node, ast.Return) and isinstance(node.value, (ast.BinOp, ast.Call, ast.Name)):
        return [_with(node, value=ast.UnaryOp(op=ast.USub(), operand=node.value))]
    return []


def _other_numbers(value):
    return (value + 1, value - 1) if type(value) is int else (value + 1.0,)


def _with(node, **fields):
    other = copy.copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return ast.fix_missing_locations(other)
