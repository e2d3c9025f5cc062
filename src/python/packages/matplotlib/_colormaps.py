"""Color maps by name, as 256 colors each, and the scale from values to colors.

Matplotlib's own maps (viridis and the like, coolwarm, turbo, twilight: in the public domain) are stored as every fifth
of their 256 colors, with linear interpolation; that is within 4 of 255 of the original in each channel. The maps of
ColorBrewer (Cynthia Brewer, Mark Harrower and The Pennsylvania State University) and the simple ones are straight
lines between the colors that define them.
"""

import math

from ._data import finite, numbers
from ._refuse import nearest, unsupported
from ._settings import rcParams

SMOOTH = {
    "viridis": (
        "44015446085c471063481769481d6f482475472a7a46307e453781433d844142873f48893d4e8a3a538b38598c355e8d33638d31688e"
        "2e6d8e2c718e2a768e297b8e27808e25848e23898e218e8d20928c1f978b1e9c891fa18821a58524aa8328ae802eb37c35b7793dbc74"
        "46c06f50c46a5ac86465cb5e70cf577cd25089d54895d840a2da37b0dd2fbddf26cae11fd8e219e5e419f1e51dfde725"
    ),
    "plasma": (
        "0d08871b068d2605912f059638049a41049d4903a05102a35901a56100a76900a87100a87801a88004a88707a68e0ca49511a19c179e"
        "a21d9aa82296ae2892b42e8dba3388bf3984c43e7fc9447acd4a76d24f71d6556dda5b69de6164e26660e66c5ce97257ed7953f07f4f"
        "f3854bf58c46f79342f99a3efba139fca835fdaf31feb72dfebe2afdc627fcce25fbd724f8df25f6e826f3f027f0f921"
    ),
    "inferno": (
        "00000402020c0504170a072210092d160b391e0c45260c512f0a5b380962400a67490b6a510e6c59106e61136e69166e71196e781c6d"
        "801f6c88226a902568982766a02a63a82e5fb0315bb73557bf3952c63d4dcc4248d34743d94d3ddf5337e45a31e9612bed6925f1711f"
        "f47918f78212f98b0bfa9407fb9d07fca60cfcb014fbba1ffac42af8cd37f6d746f4e156f2ea69f2f27df5f992fcffa4"
    ),
    "magma": (
        "00000402020b0504160907200e0b2b140e361a104221114e29115a311165390f6e420f754a107952137c5a167e6219806a1c81721f81"
        "792282812581892881912b81992d80a1307eaa337db2357bba3878c23b75ca3e72d2426fd9466be04c67e75263ec5860f1605df4695c"
        "f7725cf97b5dfb8560fc8e64fd9869fea16efeaa74feb47bfebd82fec68afecf92fed89afde2a3fdebacfcf4b6fcfdbf"
    ),
    "cividis": (
        "00224e002656002a5f002d68003070083370163770203a6f273e6e2e416d34456c3a486c3f4c6c444f6c49536c4e566c535a6d575d6d"
        "5c616e60646f656870696b716d6f727272747676767a7a787e7d788381798885788d8878928c789690779b9476a09875a59c74aaa073"
        "afa471b5a86fbaac6dbfb06bc4b468c9b965cfbd62d4c15fdac65bdfca57e5cf52ead34cf0d846f6dd3ffce236fee838"
    ),
    "coolwarm": (
        "3b4cc04055c8465ecf4c66d6536edd5977e35f7fe86687ed6c8ff17396f57a9df881a4fb88abfd8fb1fe96b7ff9dbdffa3c2feaac7fd"
        "b1cbfcb7cff9bed2f6c4d5f3cad8efcfdaead5dbe5dadce0dfdbd9e4d9d2e9d5cbedd2c3f0cdbbf2c9b4f5c4acf6bea4f7b89cf7b194"
        "f7aa8cf6a385f59c7df39475f08b6eed8366e97a5fe57058e16751dc5d4ad65244d0473dca3b37c32e31bb1b2cb40426"
    ),
    "turbo": (
        "30123b36215f3b2f803f3e9c424bb54559cb4666dd4773eb4680f6458cfd4099ff38a5fb2fb2f427bee91fc9dd1ad4d018ddc21ae4b6"
        "22ebaa2ff19b3ff68a52fa7a65fd6979fe598bff4b9cfe40a9fb39b7f735c3f134d0ea34dbe236e5d938eecf3af5c53afaba39fdae35"
        "fea130fe932afc8423f9751df46617ef5811e84b0ce14109d83706ce2d04c32503b71d02a916019b0f018b09027a0403"
    ),
    "twilight": (
        "e2d9e2dfd9e1dcd9dfd7d7ddd2d5dbccd2d8c5cfd5beccd2b6c8cfafc4cda7c0cba0bcc999b8c892b3c68cafc586aac480a5c37ba1c2"
        "769cc17297c16e92c06b8dbf6888be6683bd647dbc6278bb6172ba606db86067b65f61b45f5bb25f55af5e4fac5e49a95e43a55d3da1"
        "5c379c5b31965a2b9058268a562182531d7a4f19724c16694714614313593f12513b114a37114434113f32123a2f1436"
    ),
    "Blues": "f7fbffdeebf7c6dbef9ecae16baed64292c62171b508519c08306b",
    "Greens": "f7fcf5e5f5e0c7e9c0a1d99b74c47641ab5d238b45006d2c00441b",
    "Reds": "fff5f0fee0d2fcbba1fc9272fb6a4aef3b2ccb181da50f1567000d",
    "Greys": "fffffff0f0f0d9d9d9bdbdbd969696737373525252252525000000",
    "Oranges": "fff5ebfee6cefdd0a2fdae6bfd8d3cf16913d94801a636037f2704",
    "Purples": "fcfbfdefedf5dadaebbcbddc9e9ac8807dba6a51a354278f3f007d",
    "YlGnBu": "ffffd9edf8b1c7e9b47fcdbb41b6c41d91c0225ea8253494081d58",
    "YlOrRd": "ffffccffeda0fed976feb24cfd8d3cfc4e2ae31a1cbd0026800026",
    "RdBu": "67001fb2182bd6604df4a582fddbc7f7f7f7d1e5f092c5de4393c32166ac053061",
    "RdYlBu": "a50026d73027f46d43fdae61fee090ffffbfe0f3f8abd9e974add14575b4313695",
    "RdYlGn": "a50026d73027f46d43fdae61fee08bffffbfd9ef8ba6d96a66bd631a9850006837",
    "Spectral": "9e0142d53e4ff46d43fdae61fee08bffffbfe6f598abdda466c2a53288bd5e4fa2",
    "PuOr": "7f3b08b35806e08214fdb863fee0b6f7f7f7d8daebb2abd28073ac5427882d004b",
    "PRGn": "40004b762a839970abc2a5cfe7d4e8f7f7f7d9f0d3a6dba05aae611b783700441b",
    "PiYG": "8e0152c51b7dde77aef1b6dafde0eff7f7f7e6f5d0b8e1867fbc414d9221276419",
    "BrBG": "5430058c510abf812ddfc27df6e8c3f5f5f5c7eae580cdc135978f01665e003c30",
    "gray": "000000ffffff",
    "binary": "ffffff000000",
    "bwr": "0000ffffffffff0000",
    "seismic": "00004d0000ffffffffff0000800000",
    "cool": "00ffffff00ff",
    "spring": "ff00ffffff00",
    "summer": "008066ffff66",
    "autumn": "ff0000ffff00",
    "winter": "0000ff00ff80",
}
SAME = {"grey": "gray", "gist_gray": "gray", "gist_grey": "gray", "Grays": "Greys", "gist_yarg": "binary"}

# For each of red, green and blue: places from 0 to 1, and the values there.
SEGMENTS = {
    "jet": (
        ((0, 0), (0.35, 0), (0.66, 1), (0.89, 1), (1, 0.5)),
        ((0, 0), (0.125, 0), (0.375, 1), (0.64, 1), (0.91, 0), (1, 0)),
        ((0, 0.5), (0.11, 1), (0.34, 1), (0.65, 0), (1, 0)),
    ),
    "hot": (
        ((0, 0.0416), (0.365079, 1), (1, 1)),
        ((0, 0), (0.365079, 0), (0.746032, 1), (1, 1)),
        ((0, 0), (0.746032, 0), (1, 1)),
    ),
}

# Qualitative maps: their colors are not interpolated.
LISTED = {
    "tab10": "1f77b4ff7f0e2ca02cd627289467bd8c564be377c27f7f7fbcbd2217becf",
    "Set1": "e41a1c377eb84daf4a984ea3ff7f00ffff33a65628f781bf999999",
    "Set2": "66c2a5fc8d628da0cbe78ac3a6d854ffd92fe5c494b3b3b3",
    "Paired": "a6cee31f78b4b2df8a33a02cfb9a99e31a1cfdbf6fff7f00cab2d66a3d9affff99b15928",
    "Dark2": "1b9e77d95f027570b3e7298a66a61ee6ab02a6761d666666",
}

NAMES = [*SMOOTH, *SEGMENTS, *LISTED, *SAME]


class Colormap:
    """A color map: called with a number from 0 to 1 it returns (red, green, blue, alpha), each from 0 to 1."""

    def __init__(self, name, colors):
        self.name = name
        self.colors = colors
        self.N = len(colors)

    def __call__(self, value):
        """The color of a number from 0 to 1, or of a whole number as an index, as a tuple; a list for a sequence."""
        if hasattr(value, "__iter__"):
            return [self(item) for item in value]
        if not isinstance(value, int):
            return self._tuple(self.color_at(float(value)))
        return self._tuple(self.colors[min(max(value, 0), self.N - 1)])

    def color_at(self, fraction):
        """The color `#rrggbb` at a fraction from 0 to 1; outside of that, the color at the end."""
        return self.colors[self.index_at(fraction)]

    def index_at(self, fraction):
        """The index of the color at a fraction from 0 to 1."""
        return min(max(int(fraction * self.N), 0), self.N - 1)

    def reversed(self):
        """The same colors from the last to the first."""
        name = self.name[:-2] if self.name.endswith("_r") else self.name + "_r"
        return Colormap(name, self.colors[::-1])

    @staticmethod
    def _tuple(text):
        return tuple(int(text[at : at + 2], 16) / 255 for at in (1, 3, 5)) + (1.0,)

    def __repr__(self):
        return f"<matplotlib.colors.Colormap {self.name!r}>"


_made = {}


def colormap(name=None):
    """The map with this name; `_r` at the end of the name reverses it. None is the default, viridis.

    Raises ValueError if there is no such map.
    """
    if isinstance(name, Colormap):
        return name
    if name is not None and not isinstance(name, str):
        raise unsupported("A custom color map", "Give the name of one, for example cmap='viridis'.")
    if name is None:
        name = rcParams["image.cmap"]
    if name not in _made:
        _made[name] = _make(name)
    return _made[name]


def _make(name):
    plain_name = name[:-2] if name.endswith("_r") else name
    plain_name = SAME.get(plain_name, plain_name)
    if plain_name not in SMOOTH and plain_name not in SEGMENTS and plain_name not in LISTED:
        near = nearest(name, NAMES)
        raise ValueError(
            f"{name!r} is not a valid value for cmap; "
            + (
                f"did you mean {near!r}?"
                if near
                else f"supported values are {', '.join(map(repr, NAMES))}, and each with _r"
            )
        )
    colors = _colors_of(plain_name)
    return Colormap(name, colors[::-1] if name.endswith("_r") else colors)


def _colors_of(name):
    if name in LISTED:
        return ["#" + part for part in _pieces(LISTED[name])]
    if name in SEGMENTS:
        curves = SEGMENTS[name]
    else:
        corners = [[int(part[at : at + 2], 16) / 255 for at in (0, 2, 4)] for part in _pieces(SMOOTH[name])]
        places = [i / (len(corners) - 1) for i in range(len(corners))]
        curves = [list(zip(places, channel)) for channel in zip(*corners)]
    return ["#" + "".join(f"{int(_between(curve, i / 255) * 255 + 0.5):02x}" for curve in curves) for i in range(256)]


def _pieces(text):
    return [text[at : at + 6] for at in range(0, len(text), 6)]


def _between(curve, at):
    for (x0, y0), (x1, y1) in zip(curve, curve[1:]):
        if at <= x1:
            return y0 + (y1 - y0) * (at - x0) / (x1 - x0)
    return curve[-1][1]


class ColorScale:
    """The scale from values to colors: a map, and the values at its two ends."""

    def __init__(self, cmap, values, vmin=None, vmax=None):
        known = finite(numbers(values))
        self.cmap = colormap(cmap)
        self.low = float(vmin) if vmin is not None else min(known, default=0.0)
        self.high = float(vmax) if vmax is not None else max(known, default=1.0)
        if not (math.isfinite(self.low) and math.isfinite(self.high)):
            raise ValueError("vmin and vmax must be finite numbers")
        if self.low > self.high:
            raise ValueError("minvalue must be less than or equal to maxvalue")

    def fraction(self, value):
        """The position of a value between the limits: 0 at the lower one, 1 at the upper one."""
        return 0.0 if self.high == self.low else (value - self.low) / (self.high - self.low)

    def color(self, value):
        """`#rrggbb` for a number, None for NaN."""
        return self.cmap.color_at(self._inside(value)) if value == value else None

    def index(self, value):
        """The index of a number's color in the map; -1 for NaN."""
        return self.cmap.index_at(self._inside(value)) if value == value else -1

    def _inside(self, value):
        return min(max(self.fraction(value), 0.0), 1.0)
