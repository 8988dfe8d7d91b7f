//! Where code starts and ends, as far as it can be told before the Markdown is
//! parsed: templates inside code are left alone.

/// The end of the fenced code block that opens on the line at `at`, if one
/// does: the start of the line after its closing fence, or the end of the text.
pub(super) fn fence_end(text: &str, at: usize) -> Option<usize> {
    // Most lines start with a letter.
    if text.as_bytes().get(at).is_none_or(u8::is_ascii_alphabetic) {
        return None;
    }
    let line = line(text, at);
    let inner = line.trim_start_matches([' ', '\t', '>']);
    let inner = strip_list_marker(inner);
    let mark = inner.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let fence = inner.len() - inner.trim_start_matches(mark).len();
    if fence < 3 || (mark == '`' && inner[fence..].contains('`')) {
        return None;
    }
    let mut next = at + line.len();
    while next < text.len() {
        next += 1;
        let line = self::line(text, next);
        let inner = line.trim_start_matches([' ', '\t', '>']).trim_end();
        let run = inner.len() - inner.trim_start_matches(mark).len();
        next += line.len();
        if run >= fence && run == inner.len() {
            break;
        }
    }
    Some((next + 1).min(text.len()))
}

/// The text behind the marker of a list item that starts `line`.
pub(super) fn strip_list_marker(line: &str) -> &str {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = &line[digits..];
    let marked = if digits == 0 {
        rest.strip_prefix(['-', '*', '+'])
    } else {
        rest.strip_prefix(['.', ')'])
    };
    match marked {
        Some(rest) if rest.starts_with([' ', '\t']) => rest.trim_start(),
        _ => line,
    }
}

/// The length of the code span that opens `rest` with `run` backticks, when
/// as many close it. Longer runs than people write are not looked for.
pub(super) fn code_span_len(rest: &str, run: usize) -> Option<usize> {
    if run > 32 {
        return None;
    }
    let mut from = run;
    while let Some(found) = rest[from..].find('`') {
        let open = from + found;
        let closing = rest[open..].len() - rest[open..].trim_start_matches('`').len();
        if closing == run {
            return Some(open + run);
        }
        from = open + closing;
    }
    None
}

/// Bytes up to the first line that holds nothing but blanks.
pub(super) fn paragraph_len(text: &str) -> usize {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if at > 0 && line.trim().is_empty() {
            break;
        }
        at += line.len();
    }
    at
}

/// The rest of the line from byte `at` on.
pub(super) fn line(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    &rest[..rest.find('\n').unwrap_or(rest.len())]
}
