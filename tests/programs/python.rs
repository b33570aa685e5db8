//! A Python with what the programs need, and what they say.

use super::states::State;
use std::path::Path;
use std::process::Command;

/// Of a program's measures, how many agree.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    pub count: usize,
    /// Within the tolerance.
    pub fine: usize,
    /// Not, for a reason that is said: rounding, PyTorch's formulas, the range of floats.
    pub excused: usize,
    pub wrong: usize,
}

impl Tally {
    pub fn add(&mut self, other: &Tally) {
        self.count += other.count;
        self.fine += other.fine;
        self.excused += other.excused;
        self.wrong += other.wrong;
    }
}

/// A Python that has NumPy: the one that `PYTHON` names, or `python3`.
///
/// Where there is none the test says what to install; with `CI=true` that is a failure.
pub fn numpy() -> Option<String> {
    let named = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    has(&named, "numpy").then_some(named).or_else(|| {
        missing("no python3 with NumPy is on this machine, so the programs of the figures are not run: on Debian `apt-get install python3-numpy`, or name one with PYTHON")
    })
}

/// The same with PyTorch.
pub fn torch() -> Option<String> {
    let named = std::env::var("PYTHON").unwrap_or_else(|_| "/usr/bin/python3".to_owned());
    has(&named, "torch").then_some(named).or_else(|| {
        missing("no python3 with PyTorch is on this machine, so the programs for it are not run: on Debian `apt-get install python3-torch`, or name one with PYTHON")
    })
}

pub fn has(python: &str, module: &str) -> bool {
    let asked = Command::new(python)
        .args(["-c", &format!("import {module}")])
        .output();
    asked.is_ok_and(|answer| answer.status.success())
}

pub fn missing(sentence: &str) -> Option<String> {
    let must = std::env::var("CI").is_ok_and(|value| value == "true");
    assert!(!must, "{sentence}");
    eprintln!("{sentence}");
    None
}

/// Has the command write the programs of these states, and runs them; what each says, with its last line.
pub fn run(python: &str, figure: &str, format: &str, states: &[State]) -> Vec<(Tally, String)> {
    let programs: Vec<String> = states.iter().map(|state| program(state, format)).collect();
    run_texts(python, &format!("{figure}-{format}"), &programs)
}

/// Runs programs, in a folder of that name.
pub fn run_texts(python: &str, name: &str, programs: &[String]) -> Vec<(Tally, String)> {
    let folder = std::env::temp_dir().join(format!(
        "activation-lab-programs-{name}-{}",
        std::process::id()
    ));
    std::fs::create_dir_all(&folder).expect("a folder");
    let files = programs.iter().enumerate().map(|(number, program)| {
        let file = folder.join(format!("{number}.py"));
        std::fs::write(&file, program).expect("written");
        file
    });
    let files: Vec<_> = files.collect();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs/run.py");
    let output = Command::new(python)
        .arg(script)
        .args(&files)
        // One thread each: several of these run side by side.
        .envs([("OMP_NUM_THREADS", "1"), ("OPENBLAS_NUM_THREADS", "1")])
        .output()
        .expect("Python starts");
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{error}");
    let said = String::from_utf8_lossy(&output.stdout);
    let said: Vec<_> = said.lines().map(read).collect();
    assert_eq!(said.len(), programs.len(), "{error}");
    std::fs::remove_dir_all(&folder).expect("tidy");
    said
}

/// The program of a state.
pub fn program(state: &State, format: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_activation-lab"))
        .args(["figure", "--link", &state.link, "--format", format])
        .output()
        .expect("the command starts");
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {error}", state.link);
    String::from_utf8(output.stdout).expect("text")
}

/// `109 109 0 0 All 109 measures agree …`.
fn read(line: &str) -> (Tally, String) {
    let mut words = line.splitn(5, ' ');
    let mut number = || words.next().and_then(|word| word.parse().ok()).expect(line);
    let tally = Tally {
        count: number(),
        fine: number(),
        excused: number(),
        wrong: number(),
    };
    (tally, words.next().unwrap_or_default().to_owned())
}
