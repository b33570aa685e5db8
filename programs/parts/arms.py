class Arm:
    """What belongs to one network: its activation, wiring and steps."""

    def __init__(self, prefix, depth, held=None):
        of = lambda name: SETTINGS[prefix + name]
        self.f, self.init, self.gain, self.bias_std = Chosen(of("activation")), of("init"), of("gain"), of("bias_std")
        self.residual, self.norm, self.equal = of("residual"), of("layer_norm") and WIDTH > 1, of("steps") == "equal"
        self.depth, self.held = depth, of("held") if held is None else held


def has_losses(step):
    """The loss over all points is taken at every step up to 64, then at half as many in each doubling."""
    return step % (1 if step < 64 else 2 << (step // 64).bit_length() - 1) == 0


def median_change(changes, index):
    """Of the last nine steps, of those that are finite; the lower of two middles."""
    finite = sorted(change[index] for change in changes[-9:] if np.isfinite(change[index]))
    return finite[(len(finite) - 1) // 2] if finite else 0.0
