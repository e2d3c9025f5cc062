import matplotlib.pyplot as plt

for i, c in enumerate(
    [
        "k",
        "0.3",
        "gray",
        "silver",
        "w",
        "navy",
        "indigo",
        "darkred",
        "maroon",
        "b",
        "r",
        "y",
        "yellow",
        "cyan",
        "lime",
        "tab:brown",
        "C5",
        "#123456",
        (0.2, 0.5, 0.1),
        "tab:purple",
    ]
):
    plt.plot([0, 1], [i, i], color=c, lw=4)
    plt.text(1.05, i, str(c), va="center", color=c)
plt.xlim(0, 1.6)
plt.title("colours")
plt.show()
