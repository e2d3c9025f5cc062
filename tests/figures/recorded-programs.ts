const curve = 'import math\nx = [i / 10 for i in range(-20, 31)]\ny = [v * v for v in x]\n';
const grid =
  'side = [i / 10 for i in range(-20, 21)]\nX = [side for _ in side]\nY = [[v] * len(side) for v in side]\n' +
  'Z = [[a * a + 3 * b * b for a in side] for b in side]\n';
const noise = 'values = [((i * 7919) % 1000 / 1000 + (i * 104729) % 1000 / 1000 - 1) * 3 for i in range(300)]\n';

/**
 * Programs in plain Python, so that any Python records the same numbers, that draw with each function of the recorder.
 * Their drawings are kept as `golden/recorded-<name>.svg`.
 */
export const recordedPrograms: Readonly<Record<string, string>> = {
  lines: `${curve}plt.plot(x, y, label="x²")
plt.plot(x, [2 * v - 1 for v in x], "r--", label="tangent")
plt.plot([1], [1], "ko")
plt.axhline(0, color="gray", linewidth=0.8)
plt.axvline(1, linestyle=":")
plt.title("A curve and its tangent")
plt.xlabel("x")
plt.ylabel("f(x)")
plt.grid(True, alpha=0.4)
plt.legend()`,
  points: `${noise}fig, (a, b) = plt.subplots(1, 2, figsize=(10, 4))
s = a.scatter(values[:150], values[150:], c=values[:150], cmap="plasma", s=30)
fig.colorbar(s, ax=a, label="value")
for i, marker in enumerate("os^vDx+*Pp|_."):
    b.plot(i % 5, i // 5, marker, markersize=9)
b.set_title("Markers")
fig.suptitle("Points")`,
  contours: `${grid}plt.contour(X, Y, Z, levels=[1, 2, 4, 8, 12])
plt.contour(side, side, [[a * b for a in side] for b in side], levels=[-2, -1, 1, 2], colors="gray")
plt.axis("equal")`,
  areas: `${grid}cs = plt.contourf(side, side, Z, levels=8, cmap="Blues")
plt.colorbar(label="height")
plt.clabel(plt.contour(side, side, Z, levels=[2, 6, 10], colors="k"))`,
  arrows: `places = [-2, -1, 0, 1, 2]
X = places * 5
Y = [v for v in places for _ in places]
plt.quiver(X, Y, X, [3 * v for v in Y], color="crimson")
plt.quiver([0], [0], [1], [1], angles="xy", scale_units="xy", scale=1, color="navy")
plt.arrow(-2, -2, 1.5, 1, head_width=0.2, length_includes_head=True)
plt.xlim(-3, 3)
plt.ylim(-3, 3)
plt.gca().set_aspect("equal")`,
  bars: `${noise}fig, axes = plt.subplots(2, 2, figsize=(8, 6))
axes[0, 0].bar(["SGD", "Adam", "RMSProp"], [3, 5.5, 4], yerr=[0.3, 0.5, 0.2], capsize=4)
axes[0, 1].barh([0, 1, 2], [1, -2, 3], color=["C0", "C1", "teal"], edgecolor="black")
axes[1, 0].hist(values, bins=12, density=True, alpha=0.6)
axes[1, 1].hist(values, label="all", alpha=0.5)
axes[1, 1].hist(values[:100], label="some", alpha=0.5)
axes[1, 1].legend()`,
  notes: `${curve}plt.plot(x, y)
plt.annotate("minimum", xy=(0, 0), xytext=(1, 5), arrowprops=dict(arrowstyle="->"))
plt.annotate("start", xy=(-2, 4), xytext=(-1.5, 7), arrowprops=dict(facecolor="black", shrink=0.05))
plt.annotate("bent", xy=(2, 4), xytext=(0.2, 7.5), arrowprops=dict(arrowstyle="-|>", color="red", connectionstyle="arc3,rad=0.3"))
plt.text(2, 1, "two\\nlines", ha="center", bbox=dict(boxstyle="round", facecolor="wheat", alpha=0.5))
plt.text(0.05, 0.9, "in the corner", transform=plt.gca().transAxes, fontsize=12, fontweight="bold")
plt.fill_between(x, y, where=[v > 0 for v in x], alpha=0.3, color="orange")
plt.axvspan(-1, -0.5, color="green", alpha=0.2)`,
  image: `fig, (a, b) = plt.subplots(1, 2, figsize=(8, 4))
a.imshow([[0, 1, 2], [3, float("nan"), 5]], cmap="coolwarm")
b.imshow([[[255, 0, 0], [0, 255, 0]], [[0, 0, 255], [10, 10, 10]]], extent=[-1, 1, -1, 1], origin="lower")
b.plot([-1, 1], [-1, 1], "w")
a.axis("off")`,
  logs: `fig, axes = plt.subplots(2, 2)
axes[0, 0].loglog([10.0 ** -k for k in range(1, 15)], [10.0 ** abs(k - 8) * 1e-9 for k in range(1, 15)], "o-")
axes[0, 1].semilogy([2.0 ** -k for k in range(40)] + [0])
axes[1, 0].semilogx([1, 10, 100, 1000], [1, 2, 3, 4], "s--")
axes[1, 1].plot([0, 1e6, 3e6], [0, 2e-6, 5e-6])`,
  rows: `${curve}fig, axes = plt.subplots(2, 1, sharex=True)
axes[0].plot([v / 500 for v in range(5001)], [math.sin((v / 500) ** 2) for v in range(5001)])
axes[0].set_ylabel("fast")
axes[1].step([0, 2, 4, 6, 8, 10], [1, 3, 2, 5, 4, 6], where="mid")
axes[1].stem([1, 3, 5], [2, 4, 1])
axes[1].set_xlabel("t")
axes[1].set_xticks([0, 5, 10], ["zero", "five", "ten"], rotation=45)
axes[1].spines[["top", "right"]].set_visible(False)`,
  colors: `for i, ink in enumerate(["k", "0.3", "gray", "silver", "w", "navy", "darkred", "yellow", "C5", "#12345680"]):
    plt.plot([0, 1], [i, i], color=ink, linewidth=4)`,
};
