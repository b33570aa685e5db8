//! JupyterLab with notebooks of its own, on this machine's own address.

use std::fs;
use std::net::TcpListener;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::browser::patiently;
use crate::built::{consumer, variable};
use crate::process::{Folder, Process};

/// What whoever opens a notebook must know.
const TOKEN: &str = "a-notebook-of-the-tests";

/// Starts no browser, asks nothing of the network, takes no other port, and nothing from this machine's own settings.
const ARGUMENTS: [&str; 10] = [
    "-m",
    "jupyterlab",
    "--no-browser",
    "--allow-root",
    "--ip=127.0.0.1",
    "--ServerApp.port_retries=0",
    "--LabApp.news_url=",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
    "--ServerApp.terminals_enabled=False",
];

/// A running JupyterLab. It ends, with its kernels, when it is let go of.
pub struct Jupyter {
    address: String,
    root: PathBuf,
    _process: Process,
}

impl Jupyter {
    /// Starts it in an empty folder that has the package's file and the example beside the notebooks; `settings` are names of JupyterLab's plugins with what a person would have set.
    pub fn start(settings: &[(&str, Value)]) -> Result<Jupyter> {
        let folder = Folder::new()?;
        let root = folder.0.join("notes");
        fs::create_dir_all(root.join("node_modules/activation-lab"))?;
        let package = consumer("jupyter")?;
        let installed = "node_modules/activation-lab/embedded.js";
        for (from, to) in [
            ("activation_lab.py", "activation_lab.py"),
            (installed, installed),
            (installed, "embedded.js"),
        ] {
            fs::copy(package.join(from), root.join(to)).context(from)?;
        }
        // It would ask, in front of everything else, whether it may fetch news.
        let quiet = (
            "@jupyterlab/apputils-extension/notification",
            json!({ "fetchNews": "false", "checkForUpdates": false }),
        );
        for (plugin, values) in settings.iter().chain([&quiet]) {
            let file = folder
                .0
                .join(format!("settings/{plugin}.jupyterlab-settings"));
            fs::create_dir_all(file.parent().context("a plugin without a name")?)?;
            fs::write(file, values.to_string())?;
        }
        // It does not say on its output which port it took, so it is told one that was free a moment ago.
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let mut arguments: Vec<String> = ARGUMENTS.map(str::to_owned).into();
        arguments.push(format!("--port={port}"));
        arguments.push(format!("--IdentityProvider.token={TOKEN}"));
        arguments.push(format!("--ServerApp.root_dir={}", root.display()));
        let runtime = folder.0.join("runtime");
        let mut environment = folder.home();
        for (name, part) in [
            ("JUPYTER_CONFIG_DIR", "config"),
            ("JUPYTER_DATA_DIR", "data"),
            ("JUPYTER_RUNTIME_DIR", "runtime"),
            ("JUPYTERLAB_SETTINGS_DIR", "settings"),
            ("JUPYTERLAB_WORKSPACES_DIR", "workspaces"),
            ("IPYTHONDIR", "ipython"),
        ] {
            environment.push((name, folder.0.join(part).display().to_string()));
        }
        let python = PathBuf::from(variable("ACTIVATION_LAB_JUPYTER")?);
        let process = Process::start(folder, &python, &arguments, &environment)?;
        // This file stands there once it listens.
        let started = || {
            let mut files = fs::read_dir(&runtime).ok()?.flatten();
            files.find(|file| file.path().extension().is_some_and(|end| end == "json"))
        };
        patiently(started).context("JupyterLab does not start")?;
        Ok(Jupyter {
            address: format!("http://127.0.0.1:{port}/"),
            root,
            _process: process,
        })
    }

    /// Writes a notebook of these cells, and returns the address that opens it.
    pub fn notebook(&self, name: &str, cells: &[&str]) -> Result<String> {
        let cell = |(index, code): (usize, &&str)| {
            json!({
                "cell_type": "code",
                "id": format!("cell-{index}"),
                "metadata": {},
                "source": code,
                "outputs": [],
                "execution_count": null,
            })
        };
        let cells: Vec<Value> = cells.iter().enumerate().map(cell).collect();
        let kernel = json!({ "name": "python3", "display_name": "Python 3", "language": "python" });
        let notebook = json!({
            "cells": cells,
            "metadata": { "kernelspec": kernel },
            "nbformat": 4,
            "nbformat_minor": 5,
        });
        fs::write(self.root.join(name), notebook.to_string())?;
        Ok(self.opened(name))
    }

    /// The address that opens a notebook as it was saved.
    pub fn opened(&self, name: &str) -> String {
        format!("{}lab/tree/{name}?token={TOKEN}&reset", self.address)
    }

    /// A notebook as it was saved.
    pub fn saved(&self, name: &str) -> Result<String> {
        fs::read_to_string(self.root.join(name)).with_context(|| name.to_owned())
    }
}
