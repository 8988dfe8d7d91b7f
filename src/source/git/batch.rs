//! A `git cat-file` that stays, and is asked for one object after the other.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// The program, while it waits for the next name.
pub(super) struct Batch {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    /// True when it answers with the content and not with the size alone.
    has_content: bool,
}

/// A blob, as far as it was asked for.
pub(super) struct Answer {
    /// In bytes.
    pub(super) size: u64,
    /// Empty when only the size was asked for.
    pub(super) content: Vec<u8>,
}

impl Batch {
    /// Starts `git`, a command without arguments yet.
    pub(super) fn start(mut git: Command, has_content: bool) -> io::Result<Batch> {
        let what = if has_content {
            "--batch"
        } else {
            "--batch-check"
        };
        let mut child = git
            .args(["cat-file", what])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(io::Error::other("git cannot be talked to"));
        };
        Ok(Batch {
            child,
            input: Some(input),
            output: BufReader::new(output),
            has_content,
        })
    }

    /// The blob with this id; none when there is none, as in a partial clone.
    pub(super) fn ask(&mut self, id: &str) -> io::Result<Option<Answer>> {
        let Some(input) = &mut self.input else {
            return Ok(None);
        };
        writeln!(input, "{id}")?;
        input.flush()?;
        let mut header = String::new();
        self.output.read_line(&mut header)?;
        // `<id> blob <size>`, or `<id> missing`.
        let mut words = header.split_whitespace().skip(1);
        let (Some("blob"), Some(size)) = (words.next(), words.next()) else {
            return Ok(None);
        };
        let size: u64 = size.parse().map_err(io::Error::other)?;
        let mut content = Vec::new();
        if self.has_content {
            let with_line_break = size + 1;
            (&mut self.output)
                .take(with_line_break)
                .read_to_end(&mut content)?;
            if content.pop().is_none() || content.len() as u64 != size {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        Ok(Some(Answer { size, content }))
    }
}

impl Drop for Batch {
    fn drop(&mut self) {
        // Without input it ends by itself.
        self.input.take();
        let _ = self.child.wait();
    }
}
