import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(-2, 3, 100)
fig, ax = plt.subplots()
ax.plot(x, x**2)
ax.annotate("minimum", xy=(0, 0), xytext=(1, 5), arrowprops=dict(arrowstyle="->"))
ax.annotate("start", xy=(-2, 4), xytext=(-1.5, 7), arrowprops=dict(facecolor="black", shrink=0.05))
ax.annotate(
    "bent", xy=(2, 4), xytext=(0.2, 7.5), arrowprops=dict(arrowstyle="-|>", color="red", connectionstyle="arc3,rad=0.3")
)
ax.text(2.2, 1, "a text\nin two lines", ha="center", bbox=dict(boxstyle="round", facecolor="wheat", alpha=0.5))
ax.text(0.05, 0.95, "top left", transform=ax.transAxes, va="top", fontsize=12)
ax.fill_between(x, x**2, where=(x > 0) & (x < 2), alpha=0.3, color="orange")
ax.axvspan(-1, -0.5, color="green", alpha=0.2)
ax.set(title="Annotations", xlabel="x", ylabel="f(x)")
plt.show()
