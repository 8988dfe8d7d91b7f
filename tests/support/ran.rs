//! How a program went, and what a test says about it.

use std::process::{Command, Output};

/// How a program went.
#[derive(Debug)]
pub struct Ran {
    /// Exit status.
    pub code: i32,
    /// What it printed.
    pub out: String,
    /// What it complained about.
    pub err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Ran {
        Ran {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

impl Ran {
    /// Runs `command` to its end.
    #[track_caller]
    pub fn of(command: &mut Command) -> Ran {
        match command.output() {
            Ok(output) => Ran::from(output),
            Err(error) => panic!("{command:?} cannot be started: {error}"),
        }
    }

    /// It ended with this status.
    #[track_caller]
    pub fn exits(&self, code: i32) -> &Ran {
        assert_eq!(self.code, code, "{self}");
        self
    }

    /// It ended with some status that is not 0.
    #[track_caller]
    pub fn fails(&self) -> &Ran {
        assert_ne!(self.code, 0, "{self}");
        self
    }

    /// It printed these words.
    #[track_caller]
    pub fn says(&self, words: &str) -> &Ran {
        assert!(self.out.contains(words), "no {words:?} in {self}");
        self
    }

    /// It complained in these words.
    #[track_caller]
    pub fn complains(&self, words: &str) -> &Ran {
        assert!(self.err.contains(words), "no {words:?} in {self}");
        self
    }

    /// These words are nowhere in what it printed or complained about.
    #[track_caller]
    pub fn is_silent_about(&self, words: &str) -> &Ran {
        let said = self.out.contains(words) || self.err.contains(words);
        assert!(!said, "{words:?} in {self}");
        self
    }

    /// What was printed, with "12 ms" in the verdict written as "[time]".
    pub fn stable_out(&self) -> String {
        let mut stable = String::new();
        for line in self.out.split_inclusive('\n') {
            match line.rsplit_once(" · ") {
                Some((before, time)) if line.starts_with("sayso: ") && time.ends_with("s\n") => {
                    stable.push_str(before);
                    stable.push_str(" · [time]\n");
                }
                _ => stable.push_str(line),
            }
        }
        stable
    }
}

impl std::fmt::Display for Ran {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Ran { code, out, err } = self;
        write!(f, "exit {code}\n---- out\n{out}\n---- err\n{err}\n----")
    }
}
