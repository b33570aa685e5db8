"""Makes training.csv: small networks trained by JAX (gradients by its own differentiation) and optax (its own optimisers), in float64.

Each case has a line of numbers for: the parameters at the start (layer after layer, W row after row, then b), the inputs [input][sample], the targets [output][sample], the loss and its gradient at the start, and the parameters after 5 and after 50 steps on the full batch.
Columns: case, optimiser (; for , between its parameters), learning rate, loss, widths, activations, what the line holds, then the numbers.
Made with jax 0.10.2 and optax 0.2.8 (pip install "jax[cpu]" optax): python3 make_training.py > training.csv
"""
import jax
import jax.numpy as jnp
import numpy
import optax

jax.config.update("jax_enable_x64", True)
ACTIVATIONS = {
    "identity": lambda z: z,
    "tanh": jnp.tanh,
    "sigmoid": jax.nn.sigmoid,
    "gelu": lambda z: jax.nn.gelu(z, approximate=False),
    "softplus": jax.nn.softplus,
}
LOSSES = {
    "mse": lambda y, t: jnp.mean((y - t) ** 2),
    "logistic": lambda y, t: jnp.mean(optax.sigmoid_binary_cross_entropy(y, t)),
    "softmax": lambda y, t: jnp.mean(optax.softmax_cross_entropy(y.T, t.T)),
}
RULES = {
    "sgd": lambda rate: optax.sgd(rate),
    "momentum": lambda rate: optax.sgd(rate, momentum=0.9),
    "momentum(mu=0.5)": lambda rate: optax.sgd(rate, momentum=0.5),
    "adam": lambda rate: optax.adam(rate),
    "adam(beta1=0.8;beta2=0.95;epsilon=0.001)": lambda rate: optax.adam(rate, b1=0.8, b2=0.95, eps=1e-3),
}
CASES = [
    ("sgd", 0.1, "mse", [2, 4, 3], ["tanh", "identity"]),
    ("momentum", 0.05, "logistic", [2, 5, 4, 1], ["gelu", "sigmoid", "identity"]),
    ("momentum(mu=0.5)", 0.1, "softmax", [3, 4, 3], ["softplus", "identity"]),
    ("adam", 0.01, "mse", [1, 6, 1], ["tanh", "identity"]),
    ("adam", 0.02, "softmax", [2, 5, 4], ["gelu", "identity"]),
    ("adam(beta1=0.8;beta2=0.95;epsilon=0.001)", 0.05, "logistic", [2, 3, 3, 2], ["sigmoid", "tanh", "identity"]),
]
SAMPLES = 7


def forward(flat, x, widths, activations):
    start = 0
    for fan_in, fan_out, name in zip(widths, widths[1:], activations):
        w = flat[start : start + fan_in * fan_out].reshape(fan_out, fan_in)
        start += fan_in * fan_out
        b = flat[start : start + fan_out]
        start += fan_out
        x = ACTIVATIONS[name](w @ x + b[:, None])
    return x


def line(case, spelled, label, numbers):
    print(",".join([str(case), *spelled, label, *(repr(float(n)) for n in numpy.ravel(numbers))]))


for case, (rule, rate, loss, widths, activations) in enumerate(CASES):
    draw = numpy.random.default_rng(case)
    count = sum((a + 1) * b for a, b in zip(widths, widths[1:]))
    flat = jnp.array(draw.normal(size=count) * 0.7)
    x = jnp.array(draw.normal(size=(widths[0], SAMPLES)))
    outputs = widths[-1]
    if loss == "mse":
        targets = jnp.array(draw.normal(size=(outputs, SAMPLES)))
    elif loss == "logistic":
        targets = jnp.array(draw.integers(0, 2, size=(outputs, SAMPLES)) * 1.0)
    else:
        targets = jnp.eye(outputs)[:, draw.integers(0, outputs, size=SAMPLES)]
    spelled = [rule, str(rate), loss, "-".join(map(str, widths)), "-".join(activations)]
    line(case, spelled, "start", flat)
    line(case, spelled, "inputs", x)
    line(case, spelled, "targets", targets)
    optimiser = RULES[rule](rate)
    state = optimiser.init(flat)
    value = lambda p: LOSSES[loss](forward(p, x, widths, activations), targets)
    line(case, spelled, "loss", [value(flat)])
    line(case, spelled, "gradient", jax.grad(value)(flat))
    for step in range(1, 51):
        updates, state = optimiser.update(jax.grad(value)(flat), state)
        flat = optax.apply_updates(flat, updates)
        if step in (5, 50):
            line(case, spelled, f"after {step}", flat)
