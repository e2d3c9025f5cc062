"""numpy.testing: the assertions."""

from .registry import template


@template("testing.assert_")
def assert_(d, name):
    d.do(f"np.testing.assert_({d.one_of('True', 'False', '1', '[]')}{d.one_of('', ', ' + repr('why'))})")


@template(
    "testing.assert_allclose",
    "testing.assert_almost_equal",
    "testing.assert_array_almost_equal",
    "testing.assert_array_equal",
    "testing.assert_array_less",
    "testing.assert_equal",
)
def comparison(d, name):
    x = d.one_of(d.array(), d.array(), d.scalar(), "[1.0, 2.0]")
    y = d.one_of(f"{x} + 1e-9", x, x, d.array(getattr(x, "shape", (2,))), d.scalar(), f"np.asarray({x}) + 1")
    tolerance = d.keywords(0.3, rtol="1e-3", atol="0.5") if name.endswith("allclose") else ""
    decimals = d.one_of("", ", 3", ", decimal=8") if "almost" in name else ""
    d.do(f"np.{name}({x}, {y}{tolerance}{decimals})")
