import matplotlib.pyplot as plt
import numpy as np

fig, axes = plt.subplots(2, 2, figsize=(8, 6))
axes[0, 0].bar(["SGD", "Adam", "RMSProp"], [3, 5.5, 4.2], color=["C0", "C1", "C2"], yerr=[0.3, 0.5, 0.2], capsize=4)
axes[0, 1].barh([0, 1, 2], [1, -2, 3], color="teal", edgecolor="black")
rng = np.random.RandomState(1)
d = rng.normal(size=500)
axes[1, 0].hist(d, bins=20, density=True, alpha=0.6, color="steelblue", edgecolor="white")
t = np.linspace(-3, 3, 100)
axes[1, 0].plot(t, np.exp(-t * t / 2) / np.sqrt(2 * np.pi), "r")
axes[1, 1].hist(d, alpha=0.5, label="a")
axes[1, 1].hist(d + 1, alpha=0.5, label="b")
axes[1, 1].legend()
plt.tight_layout()
plt.show()
