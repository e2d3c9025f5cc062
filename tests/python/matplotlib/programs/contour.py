import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(-2, 2, 80)
y = np.linspace(-1, 3, 90)
X, Y = np.meshgrid(x, y)
Z = (1 - X) ** 2 + 100 * (Y - X**2) ** 2
fig, (a, b, c) = plt.subplots(1, 3, figsize=(13, 4))
cs = a.contour(X, Y, np.log10(Z + 1), levels=8)
a.clabel(cs)
a.set_title("clabel")
cf = b.contourf(X, Y, np.log10(Z + 1), levels=12, cmap="RdBu_r")
fig.colorbar(cf, ax=b)
c.contour(X, Y, X**2 - Y**2, levels=[-4, -2, -1, 0, 1, 2], colors="black")
c.plot(1, 1, "r*", markersize=15)
plt.show()
