"""The programs of a lesson run in sessions, as on its page: each session has names of its own."""

_sessions = {}
_now = None


def session(name):
    """Put away the names of the current session, and take up those of another."""
    import random  # deferred: at the top it would be a name of a session
    import sys  # deferred: at the top it would be a name of a session

    global _now
    names = globals()
    kept = {"session", "In", "Out", "get_ipython", "exit", "quit", "open"}
    own = {key: value for key, value in names.items() if key[0] != "_" and key not in kept}
    for key in own:
        del names[key]
    numpy, plots = sys.modules.get("numpy"), sys.modules.get("matplotlib.pyplot")
    _sessions[_now] = own, random.getstate(), numpy and numpy.random.get_state()
    if plots:
        plots.close("all")
    names_then, state, numpy_state = _sessions.get(name, ({}, None, None))
    names.update(names_then)
    if state:
        random.setstate(state)
    if numpy and numpy_state:
        numpy.random.set_state(numpy_state)
    _now = name
