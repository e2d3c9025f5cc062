"""Records how a run changes the values of names, line by line."""

from formula_values import plain

FILE = "<formulas>"
# Changes that are recorded: in one call of a function, and in all.
MOMENTS_OF_CALL = 60
MOMENTS = 240


def names_in(code):
    """All names that some code and the functions in it look up."""
    inner = [const for const in code.co_consts if hasattr(const, "co_names")]
    return {*code.co_names, *(name for one in inner for name in names_in(one))}


def trace(frame, event, argument, watched):
    """Record a line of a watched function. For `sys.settrace`."""
    if frame.f_code.co_filename != FILE:
        return None
    ours = [watch for watch in watched if watch.function == frame.f_code.co_name and len(watch.moments) < MOMENTS]
    for watch in ours:
        watch.saw(frame, event, argument)
    return (lambda *seen: trace(*seen, watched)) if ours or frame.f_code.co_name == "<module>" else None


class Watch:
    """Records the values of bindings before and after each line of a function that changes one of them."""

    def __init__(self, function, bindings, returns):
        self.function = function or "<module>"
        self.bindings = {name: compile(text, FILE, "eval") for name, text in bindings.items()}
        self.returns = returns
        self.moments = []
        self.calls = {}

    def saw(self, frame, event, returned):
        """Record a line that changed a value: `event` and `returned` are those of `sys.settrace`."""
        if event == "call":
            self.calls[id(frame)] = {}, 0
        now = {}
        for name, code in self.bindings.items():
            # Without this, a local name that has no value yet would be looked up among the global ones.
            if any(one in frame.f_code.co_varnames and one not in frame.f_locals for one in names_in(code)):
                continue
            try:
                now[name] = plain(eval(code, frame.f_globals, frame.f_locals))
            except Exception:
                continue  # It has no value yet.
        if event == "return" and returned is not None and self.returns:
            now[self.returns] = plain(returned)
        before, count = self.calls[id(frame)]
        values = [name for name in now if not callable(now[name])]
        changed = [name for name in values if name not in before or now[name] != before[name]]
        if event != "call" and changed and count < MOMENTS_OF_CALL:
            self.moments.append((before, now, changed))
            count += 1
        self.calls[id(frame)] = now, count
