import matplotlib.pyplot as plt
import numpy as np

fig, axes = plt.subplots(2, 2)
h = 10.0 ** -np.arange(1, 15)
e = np.abs((np.sin(1 + h) - np.sin(1)) / h - np.cos(1))
axes[0, 0].loglog(h, e, "o-")
axes[0, 0].set_title("error")
axes[0, 1].semilogy(np.exp(-np.arange(50) / 5.0))
axes[0, 1].grid(True, which="major")
axes[1, 0].semilogx([1, 10, 100, 1000], [1, 2, 3, 4], "s--")
axes[1, 1].plot(np.arange(5) * 1e6, np.arange(5) * 1e-6)
plt.tight_layout()
plt.show()
