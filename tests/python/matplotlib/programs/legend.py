import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(0, 1, 30)
for k in range(1, 6):
    plt.plot(x, x**k, label=f"power {k}")
plt.legend(ncol=2)
plt.figure(figsize=(4, 3))
plt.plot([1, 2, 3], [3, 1, 2], marker="s")
plt.title("A small figure with a long title that has to be broken into lines")
plt.figure()
plt.plot([1e5, 2e5, 3e5], [0.00012, 0.00015, 0.00011])
plt.xlabel("n")
plt.ylabel("loss")
plt.show()
