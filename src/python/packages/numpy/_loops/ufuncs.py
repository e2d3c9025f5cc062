"""The elementwise functions: each is a `ufunc` with its loops from `float_loops` and `int_loops`."""

import math
import operator

from .._core.dtypes import BOOL, FLOAT, INT
from . import float_loops as loops, int_loops
from .ufunc import NO_LOOP, ufunc


def _all(loop, result=None):
    return {d: (loop, result or d) for d in (BOOL, INT, FLOAT)}


def _floats(name, loop, **more):
    """A function whose result is float64. Booleans are not supported, for which NumPy's result is float16."""
    return ufunc(name, 1, {FLOAT: (loop, FLOAT)}, refused=(BOOL,), **more)


def _floats2(name, loop, **more):
    return ufunc(name, 2, {FLOAT: (loop, FLOAT)}, refused=(BOOL,), **more)


def _bools(function):
    return loops.exact(function), BOOL


_subtract_error = TypeError(
    "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the "
    "logical_xor function instead."
)
_negative_error = TypeError(
    "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not "
    "function instead."
)

add = ufunc(
    "add",
    2,
    {
        BOOL: _bools(operator.or_),
        INT: (int_loops.whole(operator.add), INT),
        FLOAT: (loops.finite(operator.add), FLOAT),
    },
    identity=0,
)
subtract = ufunc(
    "subtract",
    2,
    {INT: (int_loops.whole(operator.sub), INT), FLOAT: (loops.finite(operator.sub), FLOAT)},
    errors={BOOL: _subtract_error},
)
multiply = ufunc(
    "multiply",
    2,
    {
        BOOL: _bools(operator.and_),
        INT: (int_loops.whole(operator.mul), INT),
        FLOAT: (loops.finite(operator.mul), FLOAT),
    },
    identity=1,
)
divide = ufunc("divide", 2, {FLOAT: (loops.divide, FLOAT)})
floor_divide = ufunc(
    "floor_divide",
    2,
    {INT: (int_loops.whole_floor_divide, INT), FLOAT: (loops.floor_divide, FLOAT)},
    refused=(BOOL,),
)
remainder = ufunc(
    "remainder", 2, {INT: (int_loops.whole_remainder, INT), FLOAT: (loops.remainder, FLOAT)}, refused=(BOOL,)
)
fmod = ufunc("fmod", 2, {INT: (int_loops.whole_fmod, INT), FLOAT: (loops.fmod, FLOAT)}, refused=(BOOL,))
power = ufunc("power", 2, {INT: (int_loops.whole_power, INT), FLOAT: (loops.power, FLOAT)}, refused=(BOOL,))
float_power = ufunc("float_power", 2, {FLOAT: (loops.power, FLOAT)})

negative = ufunc(
    "negative",
    1,
    {INT: (int_loops.whole(operator.neg), INT), FLOAT: (loops.exact(operator.neg), FLOAT)},
    errors={BOOL: _negative_error},
)
positive = ufunc(
    "positive",
    1,
    {INT: (loops.exact(operator.pos), INT), FLOAT: (loops.exact(operator.pos), FLOAT)},
    errors={BOOL: NO_LOOP},
)
absolute = ufunc(
    "absolute",
    1,
    {
        BOOL: _bools(bool),
        INT: (int_loops.whole(abs), INT),
        FLOAT: (loops.exact(abs), FLOAT),
    },
)
fabs = _floats("fabs", loops.exact(math.fabs))
sign = ufunc("sign", 1, {INT: (int_loops.whole_sign, INT), FLOAT: (loops.sign, FLOAT)}, errors={BOOL: NO_LOOP})
conjugate = ufunc(
    "conjugate", 1, {INT: (loops.exact(operator.pos), INT), FLOAT: (loops.exact(operator.pos), FLOAT)}, refused=(BOOL,)
)
square = ufunc(
    "square",
    1,
    {INT: (lambda x: int_loops.whole(operator.mul)(x, x), INT), FLOAT: (loops.square, FLOAT)},
    refused=(BOOL,),
)
reciprocal = ufunc(
    "reciprocal",
    1,
    {INT: (int_loops.whole_reciprocal, INT), FLOAT: (loops.reciprocal, FLOAT)},
    refused=(BOOL,),
)

_kept = {BOOL: _bools(bool), INT: (loops.exact(operator.pos), INT)}
floor = ufunc("floor", 1, {**_kept, FLOAT: (loops.floor, FLOAT)})
ceil = ufunc("ceil", 1, {**_kept, FLOAT: (loops.ceil, FLOAT)})
trunc = ufunc("trunc", 1, {**_kept, FLOAT: (loops.trunc, FLOAT)})
rint = _floats("rint", loops.rint)

sqrt = _floats("sqrt", loops.of_one(math.sqrt))
cbrt = _floats("cbrt", loops.exact(getattr(math, "cbrt", None)))
exp = _floats("exp", loops.of_one(math.exp))
exp2 = _floats("exp2", loops.exp2)
expm1 = _floats("expm1", loops.of_one(math.expm1))
_below_zero = loops.pole(lambda a: a == 0, lambda a: -math.inf)
log = _floats("log", loops.of_one(math.log, _below_zero))
log2 = _floats("log2", loops.of_one(math.log2, _below_zero))
log10 = _floats("log10", loops.of_one(math.log10, _below_zero))
log1p = _floats("log1p", loops.of_one(math.log1p, loops.pole(lambda a: a == -1, lambda a: -math.inf)))
sin = _floats("sin", loops.of_one(math.sin))
cos = _floats("cos", loops.of_one(math.cos))
tan = _floats("tan", loops.of_one(math.tan))
arcsin = _floats("arcsin", loops.of_one(math.asin))
arccos = _floats("arccos", loops.of_one(math.acos))
arctan = _floats("arctan", loops.of_one(math.atan))
sinh = _floats("sinh", loops.of_one(math.sinh))
cosh = _floats("cosh", loops.of_one(math.cosh))
tanh = _floats("tanh", loops.of_one(math.tanh))
arcsinh = _floats("arcsinh", loops.of_one(math.asinh))
arccosh = _floats("arccosh", loops.of_one(math.acosh))
arctanh = _floats(
    "arctanh", loops.of_one(math.atanh, loops.pole(lambda a: abs(a) == 1, lambda a: math.copysign(math.inf, a)))
)
degrees = _floats("degrees", loops.scaled(180.0 / math.pi))
rad2deg = _floats("rad2deg", loops.scaled(180.0 / math.pi))
radians = _floats("radians", loops.scaled(math.pi / 180.0))
deg2rad = _floats("deg2rad", loops.scaled(math.pi / 180.0))

arctan2 = _floats2("arctan2", loops.of_two(math.atan2))
hypot = _floats2("hypot", loops.of_two(math.hypot))
copysign = _floats2("copysign", loops.exact(math.copysign))
nextafter = _floats2("nextafter", loops.nextafter)
logaddexp = _floats2("logaddexp", loops.logaddexp)
heaviside = _floats2("heaviside", loops.heaviside)


def _larger(name, floats, whole, bools):
    return ufunc(
        name,
        2,
        {BOOL: _bools(bools), INT: (loops.exact(whole), INT), FLOAT: (floats, FLOAT)},
    )


maximum = _larger("maximum", loops.maximum, max, operator.or_)
minimum = _larger("minimum", loops.minimum, min, operator.and_)
fmax = _larger("fmax", loops.fmax, max, operator.or_)
fmin = _larger("fmin", loops.fmin, min, operator.and_)

clip = ufunc("clip", 3, {dtype: (loops.clip, dtype) for dtype in (BOOL, INT, FLOAT)})


def _comparison(name, function):
    return ufunc(name, 2, _all(loops.exact(function), BOOL))


less = _comparison("less", operator.lt)
less_equal = _comparison("less_equal", operator.le)
greater = _comparison("greater", operator.gt)
greater_equal = _comparison("greater_equal", operator.ge)
equal = _comparison("equal", operator.eq)
not_equal = _comparison("not_equal", operator.ne)

logical_and = ufunc("logical_and", 2, _all(loops.exact(lambda a, b: bool(a) and bool(b)), BOOL), identity=True)
logical_or = ufunc("logical_or", 2, _all(loops.exact(lambda a, b: bool(a) or bool(b)), BOOL), identity=False)
logical_xor = ufunc("logical_xor", 2, _all(loops.exact(lambda a, b: bool(a) != bool(b)), BOOL), identity=False)
logical_not = ufunc("logical_not", 1, _all(loops.exact(operator.not_), BOOL))


def _bitwise(name, function, identity):
    return ufunc(name, 2, {BOOL: _bools(function), INT: (loops.exact(function), INT)}, identity=identity)


bitwise_and = _bitwise("bitwise_and", operator.and_, -1)
bitwise_or = _bitwise("bitwise_or", operator.or_, 0)
bitwise_xor = _bitwise("bitwise_xor", operator.xor, 0)
invert = ufunc("invert", 1, {BOOL: _bools(operator.not_), INT: (loops.exact(operator.invert), INT)})
left_shift = ufunc("left_shift", 2, {INT: (int_loops.left_shift, INT)}, refused=(BOOL,))
right_shift = ufunc("right_shift", 2, {INT: (int_loops.right_shift, INT)}, refused=(BOOL,))
gcd = ufunc("gcd", 2, {INT: (int_loops.gcd, INT)}, errors={BOOL: NO_LOOP, FLOAT: NO_LOOP}, identity=0)
lcm = ufunc("lcm", 2, {INT: (int_loops.lcm, INT)}, errors={BOOL: NO_LOOP, FLOAT: NO_LOOP})


def _test(name, floats, whole):
    return ufunc(
        name,
        1,
        {
            BOOL: (loops.constant(whole), BOOL),
            INT: (loops.constant(whole), BOOL),
            FLOAT: (loops.exact(floats), BOOL),
        },
    )


isnan = _test("isnan", math.isnan, False)
isinf = _test("isinf", math.isinf, False)
isfinite = _test("isfinite", math.isfinite, True)
signbit = ufunc("signbit", 1, {FLOAT: (loops.exact(lambda a: math.copysign(1.0, a) < 0), BOOL)}, refused=(BOOL,))
