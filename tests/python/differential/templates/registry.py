"""The templates of each name, which the other modules of this package fill in."""

TEMPLATES = {}


def template(*names):
    """Registers a template for these names."""

    def register(function):
        for name in names:
            TEMPLATES.setdefault(name, []).append(function)
        return function

    return register
