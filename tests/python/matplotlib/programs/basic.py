import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(0, 2 * np.pi, 50)
plt.figure(figsize=(7, 4))
plt.plot(x, np.sin(x), "b-", label="sin", linewidth=2)
plt.plot(x, np.cos(x), "r--o", label="cos", markersize=4)
plt.plot(x[::5], 0.5 * np.sin(2 * x[::5]), "g^:", label="half")
plt.axhline(0, color="k", linewidth=0.8)
plt.axvline(np.pi, color="gray", linestyle=":")
plt.title("sin and cos")
plt.xlabel("x [rad]")
plt.ylabel("value")
plt.grid(True, alpha=0.3)
plt.legend(loc="lower left")
plt.show()
