//! Ctrl-C at the wrong moment.

use std::io;

/// Does what is short and must not be cut off: a file that is half in its place would stay behind.
///
/// Who interrupts or ends the command meanwhile is obeyed afterwards, and who does it twice at once.
#[cfg(unix)]
pub fn afterwards<T>(work: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::{flag, low_level};
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    let asked = [SIGINT, SIGTERM, SIGHUP].map(|signal| (signal, Arc::new(AtomicBool::new(false))));
    for (signal, flag) in &asked {
        flag::register_conditional_default(*signal, Arc::clone(flag))?;
        flag::register(*signal, Arc::clone(flag))?;
    }
    let done = work();
    for (signal, _) in asked.iter().filter(|(_, flag)| flag.load(Ordering::SeqCst)) {
        low_level::emulate_default_handler(*signal)?;
    }
    done
}

/// Elsewhere there are no signals that could be put off.
#[cfg(not(unix))]
pub fn afterwards<T>(work: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    work()
}
