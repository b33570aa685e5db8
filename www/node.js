// @ts-check
// Making and writing what stands in a document.
(function () {
  'use strict';
  const { ActivationLab } = window;

  // Creates an element with properties, attributes (in `attributes`) and children.
  ActivationLab.node = function (tag, properties = {}, ...children) {
    const { attributes = {}, ...rest } = properties;
    const node = Object.assign(document.createElement(tag), rest);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  };

  // Writes text only where it differs, so that a redraw leaves the rest of the document alone.
  ActivationLab.write = function (node, text) {
    if (node.textContent !== text) node.textContent = text;
  };

  // The same for what is not there to be seen: said anew, it would have its style looked up again.
  ActivationLab.hide = function (node, isHidden) {
    if (node.hidden !== isHidden) node.hidden = isHidden;
  };
})();
