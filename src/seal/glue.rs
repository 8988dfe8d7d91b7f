//! What stands between two words, and whether they belong together over it.

use super::tokens::Notation;

/// Inline code in the text of a block.
const OPAQUE: char = '\u{fffc}';

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Glue {
    /// Nothing, a hyphen (also at the end of a line), marks of emphasis: the
    /// two may be one word.
    Tight,
    /// A blank, other punctuation.
    Loose,
    /// An empty line, or code in the text: the two do not belong together.
    Break,
}

/// True for what stands between words and joins none, wherever it is.
pub(super) fn is_dull(byte: u8) -> bool {
    matches!(
        byte,
        b' ' | b','
            | b'.'
            | b';'
            | b':'
            | b'!'
            | b'?'
            | b'"'
            | b'/'
            | b'='
            | b'<'
            | b'>'
            | b'('
            | b')'
    )
}

/// What stands between two tokens, while it is read.
pub(super) struct Between {
    notation: Notation,
    pub(super) glue: Glue,
    last: char,
    /// It begins with a hyphen, with no blank before it.
    is_hyphened: bool,
    has_blank: bool,
    lines: usize,
    /// Only blanks and marks of a quote since the line began.
    is_line_start: bool,
    /// The mark of a heading or a list item.
    has_bullet: bool,
}

impl Between {
    pub(super) fn new(notation: Notation) -> Between {
        Between {
            notation,
            glue: Glue::Tight,
            last: ' ',
            is_hyphened: false,
            has_blank: false,
            lines: 0,
            is_line_start: false,
            has_bullet: false,
        }
    }

    pub(super) fn add(&mut self, c: char) {
        self.lines += usize::from(c == '\n');
        if self.lines > 1 || c == OPAQUE || self.is_markup(c) {
            self.glue = Glue::Break;
        }
        self.last = c;
        if self.glue != Glue::Tight {
            return;
        }
        let is_tight = match c {
            '-' | '\u{2010}' | '\u{2011}' => {
                self.is_hyphened = !self.has_blank;
                self.is_hyphened
            }
            '*' | '_' | '~' | '`' => !self.has_blank,
            '[' if self.notation == Notation::Source => !self.has_blank,
            c if c.is_whitespace() => {
                self.has_blank = true;
                self.is_hyphened
            }
            _ => false,
        };
        if !is_tight {
            self.glue = Glue::Loose;
        }
    }

    /// True when `c` ends a cell or the words of a link, or begins a heading or a
    /// list item.
    fn is_markup(&mut self, c: char) -> bool {
        if self.notation == Notation::Plain {
            return false;
        }
        if c == '\n' {
            (self.is_line_start, self.has_bullet) = (true, false);
        } else if self.is_line_start && matches!(c, '-' | '+' | '*' | '#') {
            self.has_bullet = true;
        } else if self.has_bullet && c.is_whitespace() {
            return true;
        } else if !c.is_whitespace() && c != '>' {
            (self.is_line_start, self.has_bullet) = (false, false);
        }
        c == '|' || (self.last == ']' && c == '(')
    }
}

/// Bytes of the `'s` that `rest` begins with.
pub(super) fn possessive(rest: &str) -> usize {
    let mut chars = rest.chars();
    let is_apostrophe = |c: &char| matches!(c, '\'' | '’' | '‘' | '\u{2bc}' | '＇');
    let Some(mark) = chars.next().filter(is_apostrophe) else {
        return 0;
    };
    let Some(s) = chars
        .next()
        .filter(|c| matches!(c, 's' | 'S' | 'ｓ' | 'Ｓ'))
    else {
        return 0;
    };
    match chars.next() {
        Some(c) if c.is_alphanumeric() => 0,
        _ => mark.len_utf8() + s.len_utf8(),
    }
}

/// Bytes of the `%20` or `&nbsp;` that `rest` begins with, or of its mark alone.
pub(super) fn escape(rest: &str) -> usize {
    const LONGEST: usize = 10;
    let bytes = rest.as_bytes();
    match bytes {
        [b'%', a, b, ..] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit() => 3,
        [b'&', name @ ..] => {
            let name = &name[..name.len().min(LONGEST)];
            let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
            match name.iter().position(|byte| !is_part(byte)) {
                Some(end) if end > 0 && name[end] == b';' => end + 2,
                _ => 1,
            }
        }
        _ => 1,
    }
}
