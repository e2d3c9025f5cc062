import matplotlib.pyplot as plt
import numpy as np

rng = np.random.RandomState(0)
x, y = rng.normal(size=(2, 150))
fig, axes = plt.subplots(1, 2, figsize=(10, 4))
s = axes[0].scatter(x, y, c=x + y, cmap="viridis", s=40, edgecolors="black", linewidth=0.5)
fig.colorbar(s, ax=axes[0], label="x + y")
for i, m in enumerate("osv^DxP*+d<>hpX|_."):
    axes[1].scatter(i % 6, i // 6, marker=m, s=90, color=f"C{i}", label=m if i < 3 else None)
axes[1].plot([0, 5], [2.5, 2.5], "k-.")
axes[1].legend(title="shape", loc="upper right")
axes[0].set_title("by value")
axes[1].set_title("markers")
fig.suptitle("Scatter")
fig.tight_layout()
plt.show()
