import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(-2, 2, 9)
X, Y = np.meshgrid(x, x)
fig, (a, b) = plt.subplots(1, 2, figsize=(9, 4.5))
a.quiver(X, Y, 2 * X, 6 * Y, color="navy")
a.set_aspect("equal")
a.set_title("auto")
b.quiver(X, Y, -X / 4, -Y / 4, np.hypot(X, Y), angles="xy", scale_units="xy", scale=1, cmap="plasma")
b.axis("equal")
b.arrow(0, 0, 1, 1, head_width=0.15, color="red", length_includes_head=True)
b.quiver([0], [0], [1], [-1], angles="xy", scale_units="xy", scale=1, color="crimson")
plt.show()
