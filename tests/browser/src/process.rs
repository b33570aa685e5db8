//! Programs that end with the test that started them, whatever becomes of it.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use anyhow::{Context, Result, bail};

/// Starts a program and waits for the end of its standard input; then ends everything that came of it, and removes its folder.
///
/// The input ends with the test process at the latest, also if that is killed.
/// A driver that is ended alone leaves its browser running, so its whole process group goes: gently, and for good when nothing is written into the folder any more.
const KEEPER: &str = r#"
    folder=$1; shift
    "$@" </dev/null &
    read -r nothing
    trap : TERM
    kill -s TERM -- -$$
    for turn in 1 2 3 4 5; do
        sleep 0.5
        rm -rf -- "$folder" && [ ! -e "$folder" ] && [ "$turn" -gt 1 ] && break
    done
    kill -s KILL -- -$$"#;

/// A running program with a folder of its own.
pub(crate) struct Process {
    child: Child,
    folder: PathBuf,
    input: Option<ChildStdin>,
}

impl Process {
    /// Starts a program with these arguments and environment, and with its output to be read by `listen`.
    pub(crate) fn start(
        folder: Folder,
        program: &Path,
        arguments: &[String],
        environment: &[(&str, String)],
    ) -> Result<Process> {
        let mut command = if cfg!(unix) {
            let mut keeper = Command::new("sh");
            keeper
                .args(["-c", KEEPER, "keeper"])
                .arg(&folder.0)
                .arg(program);
            keeper
        } else {
            Command::new(program)
        };
        command
            .args(arguments)
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut child = command
            .spawn()
            .with_context(|| format!("{} cannot be started", program.display()))?;
        let input = child.stdin.take();
        Ok(Process {
            child,
            folder: folder.0,
            input,
        })
    }

    /// What `wanted` finds in the first line of the output that has it.
    pub(crate) fn listen<T>(&mut self, wanted: impl Fn(&str) -> Option<T>) -> Result<T> {
        let output = self
            .child
            .stdout
            .take()
            .context("the output is read already")?;
        let mut lines = BufReader::new(output).lines();
        let found = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| wanted(&line));
        // Its later words are read and dropped, lest it stop at a full pipe.
        thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        match found {
            Some(found) => Ok(found),
            None => bail!("the program ended before it said what was waited for"),
        }
    }

    /// The folder for what it writes.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.input.take());
        if cfg!(unix) {
            // The keeper does the rest, and nobody needs to wait for it.
            return;
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// An empty folder under the system's place for such.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new() -> Result<Folder> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("activation-lab-{}-{number}", std::process::id());
        let folder = env::temp_dir().join(name);
        fs::create_dir_all(&folder)?;
        Ok(Folder(folder))
    }

    /// Environment variables that keep a desktop program's files in this folder.
    pub(crate) fn home(&self) -> Vec<(&'static str, String)> {
        let names = ["HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"];
        let path = self.0.display().to_string();
        names.map(|name| (name, path.clone())).into()
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    #[test]
    fn what_is_let_go_of_ends_with_all_that_came_of_it() -> Result<()> {
        let folder = Folder::new()?;
        let place = folder.0.clone();
        // One that holds on, and a child that the driver has forgotten.
        let words = "trap '' TERM; sleep 600 & echo $!; wait; sleep 600";
        let arguments = ["-c", words].map(str::to_owned);
        let mut process = Process::start(folder, Path::new("sh"), &arguments, &[])?;
        let child: u32 = process.listen(|line| line.trim().parse().ok())?;
        let lives = || {
            let mut ask = Command::new("kill");
            ask.args(["-0", &child.to_string()]).stderr(Stdio::null());
            ask.status().is_ok_and(|status| status.success())
        };
        assert!(lives() && place.exists());
        drop(process);
        let start = Instant::now();
        while lives() || place.exists() {
            assert!(start.elapsed() < Duration::from_secs(60), "it runs on");
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}
