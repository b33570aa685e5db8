"""A figure of Activation Lab in Jupyter and its kin, by anywidget."""

import pathlib

import anywidget
import traitlets


class ActivationLab(anywidget.AnyWidget):
    """One figure. `link`, `plots` and controls are followed both ways, `measures` and `notes` come from the figure, the rest goes to it."""

    # One file that needs no other: from the npm package `activation-lab`, or `dist/npm/embedded.js`.
    _esm = pathlib.Path(__file__).parent / "node_modules/activation-lab/embedded.js"

    link = traitlets.Unicode("figure=decay&v=2").tag(sync=True)
    plots = traitlets.Unicode("").tag(sync=True)
    measures = traitlets.List([]).tag(sync=True)
    notes = traitlets.List([]).tag(sync=True)
    scene = traitlets.Unicode("").tag(sync=True)
    controls = traitlets.Unicode("").tag(sync=True)
    parts = traitlets.Unicode("").tag(sync=True)
    lock = traitlets.Unicode("").tag(sync=True)
    hide = traitlets.Unicode("").tag(sync=True)
    theme = traitlets.Unicode("").tag(sync=True)
    height = traitlets.Int(0).tag(sync=True)

    # Controls by their names in a link, these and any others: a number, True or False, or a text.
    activation = traitlets.Any().tag(sync=True)
    depth = traitlets.Any().tag(sync=True)
    rate = traitlets.Any().tag(sync=True)
    seed = traitlets.Any().tag(sync=True)
    step = traitlets.Any().tag(sync=True)

    def measure(self, name):
        """The value of the measure of this name, as it is now; None where there is none."""
        return next((m["value"] for m in self.measures if m["name"] == name), None)
