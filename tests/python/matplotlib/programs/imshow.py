import matplotlib.pyplot as plt
import numpy as np

fig, (a, b, c) = plt.subplots(1, 3, figsize=(12, 4))
im = a.imshow(np.arange(30).reshape(5, 6))
fig.colorbar(im, ax=a, shrink=0.8)
x = np.linspace(-3, 3, 100)
X, Y = np.meshgrid(x, x)
b.imshow(np.sin(X) * np.cos(Y), extent=[-3, 3, -3, 3], origin="lower", cmap="coolwarm")
b.plot([0, 1], [0, 1], "k")
c.imshow(np.random.RandomState(0).rand(4, 4, 3))
c.axis("off")
plt.show()
