"""The names of real Matplotlib that this one lacks, each with an alternative."""

from ._refuse import ELSEWHERE, nearest

WAYS_OUT = {
    "pie": "Draw the parts with plt.bar.",
    "boxplot": "Draw the distribution of the values with plt.hist.",
    "violinplot": "Draw the distribution of the values with plt.hist.",
    "hist2d": "Draw the points with plt.scatter(x, y, alpha=0.3).",
    "hexbin": "Draw the points with plt.scatter(x, y, alpha=0.3).",
    "pcolormesh": "Draw heights with plt.contourf(X, Y, Z), or as cells with "
    "plt.imshow(Z, origin='lower', extent=...).",
    "pcolor": "Draw heights with plt.contourf(X, Y, Z), or as cells with plt.imshow(Z, origin='lower', extent=...).",
    "tripcolor": "Draw heights on a grid with plt.contourf(X, Y, Z).",
    "tricontour": "Draw heights on a grid with plt.contour(X, Y, Z).",
    "tricontourf": "Draw heights on a grid with plt.contourf(X, Y, Z).",
    "streamplot": "Draw the directions as arrows: plt.quiver(X, Y, U, V).",
    "barbs": "Draw arrows: plt.quiver(X, Y, U, V).",
    "polar": "Draw plt.plot(r * np.cos(t), r * np.sin(t)) and plt.axis('equal').",
    "plot_surface": "Pictures here are flat: plt.contourf(X, Y, Z) shows heights on a plane.",
    "plot_wireframe": "Pictures here are flat: plt.contour(X, Y, Z) shows heights on a plane.",
    "contour3D": "Pictures here are flat: plt.contour(X, Y, Z) shows heights on a plane.",
    "plot3D": "Pictures here are flat.",
    "set_zlabel": "Pictures here are flat.",
    "stackplot": "Add up the series and draw each with plt.fill_between.",
    "twinx": "Draw two pictures below each other: plt.subplots(2, 1, sharex=True).",
    "twiny": "Draw two pictures side by side: plt.subplots(1, 2, sharey=True).",
    "secondary_xaxis": "Give the conversion between the units in the label.",
    "secondary_yaxis": "Give the conversion between the units in the label.",
    "inset_axes": "Draw two pictures: plt.subplots(1, 2).",
    "add_patch": "Draw with plt.fill, plt.fill_between, plt.axvspan or plt.arrow.",
    "add_artist": "Draw with plt.fill, plt.plot, plt.text or plt.arrow.",
    "add_collection": "Draw with plt.hlines, plt.vlines or plt.scatter.",
    "add_line": "Draw with plt.plot.",
    "axline": "Compute the two ends and draw plt.plot([x0, x1], [y0, y1]).",
    "tick_params": "Choose the ticks with plt.xticks(places, labels, rotation=45).",
    "ticklabel_format": "Choose the ticks with plt.xticks(places, labels).",
    "locator_params": "Choose the ticks with plt.xticks(places).",
    "minorticks_on": "Choose the ticks with plt.xticks(places).",
    "minorticks_off": "There are minor ticks on log scales only.",
    "set_facecolor": "Pictures have the background of the page, light or dark.",
    "set_prop_cycle": "Give each series its color=...",
    "set_xmajor_formatter": "Choose the labels with plt.xticks(places, labels).",
    "xaxis": "Choose the ticks with ax.set_xticks(places, labels).",
    "yaxis": "Choose the ticks with ax.set_yticks(places, labels).",
    "set_position": "Choose figsize=(width, height), and width_ratios in plt.subplots.",
    "subplot_mosaic": "Use plt.subplots(rows, columns), or plt.subplot(rows, columns, number) for each picture.",
    "subplot2grid": "Use plt.subplots(rows, columns), or plt.subplot(rows, columns, number) for each picture.",
    "GridSpec": "Use plt.subplots(rows, columns, width_ratios=[...]).",
    "add_gridspec": "Use plt.subplots(rows, columns, width_ratios=[...]).",
    "ion": "A picture appears when the code has run, or at plt.show().",
    "ioff": "A picture appears when the code has run, or at plt.show().",
    "pause": "Pictures do not move here. Draw several in one: plt.subplots(1, 3).",
    "draw": "A picture appears when the code has run, or at plt.show().",
    "ginput": "Pictures here get no input from the mouse. Put the numbers into the code.",
    "connect": "Pictures here get no input from the mouse or the keyboard.",
    "waitforbuttonpress": "Pictures here get no input from the mouse or the keyboard.",
    "animation": "Pictures do not move here. Draw several in one: plt.subplots(1, 3).",
    "imread": "There are no files here. Compute the numbers and give them to plt.imshow.",
    "imsave": "Show the picture: plt.imshow and plt.show.",
    "table": "Print the numbers, or draw plt.imshow.",
    "specgram": "Compute the heights and draw plt.imshow.",
    "psd": "Compute the values and draw plt.semilogy.",
    "xkcd": "Pictures here have the style of the page.",
    "figtext": "Use plt.text, plt.title or plt.suptitle.",
    "figlegend": "Use plt.legend in one of the pictures.",
    "sci": "Give vmin and vmax to the function that draws.",
    "clim": "Give vmin and vmax to the function that draws.",
    "rc": "Give the keyword to the function that draws: linewidth=2, fontsize=12.",
    "rc_context": "Give the keyword to the function that draws: linewidth=2, fontsize=12.",
    "patches": "Draw with plt.fill, plt.fill_between, plt.axvspan or plt.arrow.",
    "ticker": "Choose the ticks with plt.xticks(places, labels).",
    "colors": "Give vmin, vmax and the name of a color map: cmap='viridis'.",
    "lines": "Draw with plt.plot.",
    "gridspec": "Use plt.subplots(rows, columns, width_ratios=[...]).",
    "dates": "Give numbers, for example days since the start.",
    "widgets": "Pictures here get no input from the mouse. Put the numbers into the code.",
    "image": "There are no files here. Compute the numbers and give them to plt.imshow.",
    "mplot3d": "Pictures here are flat: plt.contourf(X, Y, Z) shows heights on a plane.",
    "axes_grid1": "Use plt.subplots(rows, columns, width_ratios=[...]).",
}


def _guided(message):
    """An AttributeError with its own advice. It has no `name`, so that Python does not add a guess."""
    return AttributeError(message, obj=message)


def missing(owner, name, offered, type_name=None):
    """The AttributeError for `owner.name`, with an alternative or the name that was probably meant."""
    if name.startswith("_"):  # Python also looks up submodules that are not loaded yet in this way.
        return AttributeError(f"{type_name or owner!r} has no attribute {name!r}")
    if name in WAYS_OUT:
        return _guided(f"{owner}.{name} is not part of the Matplotlib of this page. {WAYS_OUT[name]}")
    meant = next((each for each in (f"set_{name}", name.removeprefix("set_")) if each in offered), None)
    meant = meant or nearest(name, offered)
    if meant:
        return _guided(f"{owner} has no {name!r}. Did you mean {owner}.{meant}?")
    return _guided(f"{owner}.{name} is not part of the Matplotlib of this page. {ELSEWHERE}")
