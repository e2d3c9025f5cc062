"""Refuses features that this Matplotlib lacks, with an alternative: nothing is silently left out of a picture."""

ELSEWHERE = "Remove it, or run the program with Matplotlib on your own machine."

# Matplotlib's synonyms of keywords, by the name that is used here.
ALIASES = {
    "c": "color",
    "lw": "linewidth",
    "linewidths": "linewidth",
    "ls": "linestyle",
    "linestyles": "linestyle",
    "ms": "markersize",
    "mfc": "markerfacecolor",
    "mec": "markeredgecolor",
    "mew": "markeredgewidth",
    "ec": "edgecolor",
    "edgecolors": "edgecolor",
    "fc": "facecolor",
    "facecolors": "facecolor",
    "ha": "horizontalalignment",
    "va": "verticalalignment",
    "size": "fontsize",
    "weight": "fontweight",
    "style": "fontstyle",
    "font_size": "fontsize",
}

# Keywords of Matplotlib. A function refuses those that it does not support; any other keyword is a mistake.
KNOWN = set(
    """
    aa agg_filter align alpha angles animated annotation_clip antialiased arrowprops aspect autopct backgroundcolor
    base bbox bbox_to_anchor bins borderaxespad borderpad bottom box_aspect capsize capstyle clip_box clip_on
    clip_path cmap color colorizer colors columnspacing constrained_layout corner_mask cumulative dash_capstyle
    dash_joinstyle dashes data density dpi drawstyle ecolor edgecolor elinewidth extend extent facecolor family
    fancybox figsize fill fillstyle filternorm filterrad fmt fontfamily fontproperties fontsize fontstretch fontstyle
    fontvariant fontweight frameon framealpha gapcolor gid gridspec_kw handlelength handler_map handles handletextpad
    hatch hatches head_length head_starts_at_zero head_width headaxislength headlength headwidth height histtype
    horizontalalignment in_layout interpolate interpolation interpolation_stage joinstyle label labelcolor labelpad
    labels labelspacing layout left length_includes_head levels linespacing linestyle linewidth loc locator log lolims
    linefmt marker markeredgecolor markeredgewidth markerfacecolor markerfacecoloralt markerfirst markerfmt markersize
    markerscale markevery math_fontfamily minlength minshaft mode mouseover ncol ncols ncolumns negative_linestyles
    norm num nchunk offsets orientation origin overhang pad parse_math path_effects picker pickradius pivot
    plotnonfinite position projection prop range rasterized resample rotation rotation_mode rwidth s sca scale
    scale_units scalex scaley shadow shape sharex sharey sketch_params snap solid_capstyle solid_joinstyle squeeze
    stacked step subplot_kw textcoords tick_label tight_layout title title_fontsize transform uplims url usetex
    verticalalignment visible vmax vmin weights where which width width_ratios height_ratios wrap x xerr xlolims
    xuplims xycoords xytext y yerr zorder alignment title_fontproperties draggable stemfmt basefmt use_line_collection
    barsabove errorevery capthick xdate ydate tz minor emit auto xmin xmax ymin ymax
""".split()
)

WAYS_OUT = {
    "transform": "Places here are in the units of the axes.",
    "hatch": "Distinguish areas by their color.",
    "data": "Give the values themselves.",
    "projection": "Pictures here are flat: plt.contour shows heights on a plane.",
    "norm": "Give the values themselves, or their logarithms, and vmin and vmax.",
    "bbox_to_anchor": "With loc='best' the legend is placed where it hides the least.",
    "weights": "Count with repeated values, or draw the heights with plt.bar.",
    "cumulative": "Add the counts up with np.cumsum and draw them with plt.step.",
    "subplot_kw": "Call the methods of each Axes instead: ax.set(...).",
    "gridspec_kw": "Panels of other widths and heights come with width_ratios and height_ratios.",
    "markevery": "Draw the points that should have a marker with a second call: plt.plot(x[::10], y[::10], 'o').",
}


def unsupported(what, way_out=ELSEWHERE):
    """The NotImplementedError for a feature of real Matplotlib that this one lacks."""
    return NotImplementedError(f"{what} is not part of the Matplotlib of this page. {way_out}")


def keywords(given, function, artist, kept, **more_aliases):
    """The keywords `given`, under the names of this package, which must be among `kept`.

    Raises NotImplementedError for a keyword of Matplotlib that is not supported, AttributeError with Matplotlib's
    message for any other, TypeError if one is given under two names.
    """
    taken, names = {}, {}
    for name, value in given.items():
        canonical = more_aliases.get(name) or (name if name in kept else ALIASES.get(name, name))
        if canonical not in kept:
            raise _not_kept(name, canonical, function, artist, kept)
        if canonical in taken:
            raise TypeError(f"Got both {names[canonical]!r} and {name!r}, which are aliases of one another")
        taken[canonical], names[canonical] = value, name
    return taken


def _not_kept(name, canonical, function, artist, kept):
    if canonical in KNOWN:
        return unsupported(f"{function}({name}=...)", WAYS_OUT.get(canonical, ELSEWHERE))
    near = nearest(name, kept)
    hint = f". Did you mean {near!r}?" if near else ""
    return AttributeError(f"{artist}.set() got an unexpected keyword argument {name!r}{hint}")


def nearest(word, words):
    """The one of `words` most similar to `word`, ignoring case, or None if none is similar."""
    import difflib  # deferred: it is needed for mistakes only, and imports twenty modules

    lowered = {other.lower() for other in words}
    alike = difflib.get_close_matches(word.lower(), lowered, 1, 0.7)
    spellings = [other for other in words if [other.lower()] == alike]
    return difflib.get_close_matches(word, spellings, 1, 0)[0] if spellings else None


def one_of(value, choices, name):
    """`value`, if it is one of `choices`; else ValueError is raised with Matplotlib's message."""
    if value not in choices:
        listed = ", ".join(map(repr, choices))
        raise ValueError(f"{value!r} is not a valid value for {name}; supported values are {listed}")
    return value
