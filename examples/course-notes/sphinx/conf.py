project = "Why deep sigmoid networks stop learning"
extensions = ["myst_parser"]
html_theme = "alabaster"
html_theme_options = {"nosidebar": True, "body_max_width": "none", "page_width": "700px"}
# activation-lab.html and host.js are copied there.
html_static_path = ["_static"]
html_js_files = ["host.js"]
