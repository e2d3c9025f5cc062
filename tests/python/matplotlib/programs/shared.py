import matplotlib.pyplot as plt
import numpy as np

fig, axes = plt.subplots(2, 1, sharex=True)
x = np.linspace(0, 10, 2000)
axes[0].plot(x, np.sin(x * x))
axes[0].set_ylabel("fast")
axes[1].plot(x, np.random.RandomState(0).normal(size=2000).cumsum(), color="darkred", lw=1)
axes[1].set_xlabel("t")
axes[1].set_ylabel("walk")
plt.suptitle("Two rows")
plt.show()
