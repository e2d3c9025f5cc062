"""The names of `numpy.random` that are not supported."""

from .._refusal import RefusedName

LEGACY = set(
    (
        "beta binomial bytes chisquare dirichlet f gamma geometric get_state gumbel hypergeometric laplace logistic "
        "lognormal logseries multinomial multivariate_normal negative_binomial noncentral_chisquare noncentral_f "
        "pareto poisson power random_integers rayleigh set_state standard_cauchy standard_gamma standard_t triangular "
        "vonmises wald weibull zipf "
    ).split()
)
NEWER = LEGACY | {"exponential", "standard_exponential", "permuted", "spawn", "multivariate_hypergeometric"}
MODULE = LEGACY | set(
    "BitGenerator MT19937 PCG64DXSM Philox SFC64 SeedSequence bit_generator get_bit_generator mtrand ranf sample "
    "set_bit_generator test".split()
)

_OFFERED = "It has uniform, normal, exponential, randint, integers, permutation, shuffle and choice."
_WAYS_OUT = {
    "binomial": "Count the successes: (np.random.random(n) < p).sum().",
    "lognormal": "Use np.exp of normal numbers.",
    "logistic": "Use np.log(u) - np.log1p(-u) of uniform numbers u.",
    "multinomial": "Count the results of choice with np.bincount.",
    "multivariate_normal": "Use mean + standard_normal((n, d)) @ A.T, where A @ A.T is the covariance.",
}


def refused(owner, name, known):
    """The error for a name that is not supported or does not exist."""
    if name in known:
        way_out = _WAYS_OUT.get(name, _OFFERED)
        return RefusedName(f"`np.random.{name}` is not part of the NumPy that runs in this page. {way_out}")
    return AttributeError(f"{owner} has no attribute '{name}'")
