"""Makes chain.csv with mpmath: the scalar chain in 60-digit arithmetic (400 digits for GELU's far tail), independent of our code.

Columns: activation, depth, weight, bias, input, layer, z, a, sign and log10 of |dL/dz|, log10 of |dL/dw|.
Run: python3 make_chain.py > chain.csv
"""
from mpmath import mp, mpf, exp, tanh, erfc, sqrt, pi, log10, sin, cos, ln, atan, sign

mp.dps = 60
SIGMOID = lambda x: 1 / (1 + exp(-x))
PHI = lambda x: erfc(-x / sqrt(2)) / 2
DENSITY = lambda x: exp(-x * x / 2) / sqrt(2 * pi)
FUNCTIONS = {
    "sigmoid": (SIGMOID, lambda x: SIGMOID(x) * SIGMOID(-x)),
    "tanh": (tanh, lambda x: 4 / (exp(x) + exp(-x)) ** 2),
    "softsign": (lambda x: x / (1 + abs(x)), lambda x: 1 / (1 + abs(x)) ** 2),
    "arctan": (atan, lambda x: 1 / (1 + x * x)),
    "softplus": (lambda x: ln(1 + exp(x)), SIGMOID),
    "silu": (lambda x: x * SIGMOID(x), lambda x: SIGMOID(x) * (1 + x * SIGMOID(-x))),
    "gelu": (lambda x: x * PHI(x), lambda x: PHI(x) + x * DENSITY(x)),
    "leaky_relu": (
        lambda x: x if x > 0 else mpf(0.01) * x,
        lambda x: mpf(1) if x > 0 else mpf(0.01),
    ),
    "elu": (lambda x: x if x > 0 else exp(x) - 1, lambda x: mpf(1) if x > 0 else exp(x)),
}
CASES = [
    ("sigmoid", 10, 1, 0, 1),
    ("sigmoid", 1000, 1, 0, 1),
    ("sigmoid", 1000, -0.2, 0.5, 2.5),
    ("sigmoid", 1000, 0.05, -3, -3),
    ("sigmoid", 1000, 4, 3, 3),
    ("tanh", 1000, 1, 0, 1),
    ("tanh", 1000, 4, 0, 1),
    ("tanh", 333, -1.5, 0.25, -3),
    ("softsign", 500, 2, -0.5, 1),
    ("arctan", 200, 1.25, 0.5, 1),
    ("softplus", 50, -1.5, 0, 1),
    ("silu", 100, 1.5, 0.1, 1),
    ("gelu", 2, -4, 3, -3),
    ("gelu", 40, 1.3, 0.2, 1),
    ("leaky_relu", 1000, -0.75, -0.5, 1),
    ("elu", 60, -4, 3, -3),
]

print("activation,depth,weight,bias,input,layer,z,a,sign,log10_abs_dl_dz,log10_abs_dl_dw")
for name, depth, weight, bias, start in CASES:
    f, slope = FUNCTIONS[name]
    w, b, a = mpf(weight), mpf(bias), mpf(start)
    layers = []
    for _ in range(depth):
        z = w * a + b
        layers.append((a, z, f(z)))
        a = f(z)
    dl_da = mpf(1)
    gradients = []
    for _, z, _ in reversed(layers):
        dl_dz = slope(z) * dl_da
        gradients.append(dl_dz)
        dl_da = w * dl_dz
    gradients.reverse()
    chosen = sorted({1, 2, (depth + 1) // 2, depth})
    for number in chosen:
        before, z, after = layers[number - 1]
        g = gradients[number - 1]
        dw = mp.nstr(log10(abs(g * before)), 20) if before != 0 else "-inf"
        cells = [name, depth, weight, bias, start, number, mp.nstr(z, 20), mp.nstr(after, 20), int(sign(g)), mp.nstr(log10(abs(g)), 20), dw]
        print(",".join(str(cell) for cell in cells))
