def activations(step):
    """Of every unit, before a step: a leak may be given on the way, to one of them or to all."""
    width, given = SETTINGS["width"], SETTINGS["leak"]
    units = [Chosen(CURE) for _ in range(width)]
    if SETTINGS["cure"] == "none" and given != "none" and step >= SETTINGS["leak_step"]:
        leaky = range(width) if given == "all" else [SETTINGS["leaky_unit"] - 1]
        for unit in leaky:
            units[unit] = Chosen(f"leaky_relu(alpha={ALPHA!r})")
    return units
