//! What only MDX has: modules, and expressions in braces.

/// The end of the `import` or `export` that starts at `at`, up to the blank
/// line behind it.
pub(super) fn module_line_end(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    if !(rest.starts_with("import ") || rest.starts_with("export ")) {
        return None;
    }
    // "import is a word" at the start of a paragraph is prose.
    let first = rest.lines().next().unwrap_or_default();
    let code = first.contains(['{', '=', '\'', '"', '*', '(']) || first.contains(" from ");
    if !code {
        return None;
    }
    let mut end = at;
    let mut depth = 0i32;
    for line in rest.split_inclusive('\n') {
        if line.trim().is_empty() && depth <= 0 {
            break;
        }
        for byte in line.bytes() {
            depth += match byte {
                b'{' | b'(' => 1,
                b'}' | b')' => -1,
                _ => 0,
            };
        }
        end += line.len();
    }
    Some(end)
}

/// The end of the expression in braces that opens at `at`: braces are
/// counted, strings are stepped over. None when it does not close.
pub(super) fn expression_end(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut depth = 0usize;
    let mut quote: Option<u8> = None;
    let mut at = at;
    while let Some(&byte) = bytes.get(at) {
        match (quote, byte) {
            (_, b'\\') => at += 1,
            (Some(open), _) if byte == open => quote = None,
            // Only a template string may run over lines: elsewhere a lone
            // apostrophe is one in a word.
            (Some(b'"' | b'\''), b'\n') => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'' | b'`') => quote = Some(byte),
            (None, b'{') => depth += 1,
            (None, b'}') => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
        at += 1;
    }
    None
}

/// The length of the tag of JSX at the start of `text`: a name, also with dots
/// or none at all, and attributes whose values may be expressions.
pub(super) fn tag_end(text: &str) -> Option<usize> {
    let name = text.strip_prefix('<')?.trim_start_matches('/');
    if !name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '>') {
        return None;
    }
    let mut at = text.len() - name.len();
    while let Some(byte) = text.as_bytes().get(at) {
        match byte {
            b'>' => return Some(at + 1),
            b'<' => return None,
            b'{' => at = expression_end(text, at)?,
            b'"' | b'\'' => {
                let quote = char::from(*byte);
                at += text[at + 1..].find(quote)? + 2;
            }
            _ => at += 1,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_ends_with_its_brace() {
        assert_eq!(expression_end("{a}b", 0), Some(3));
        assert_eq!(expression_end("{{a: '}'}} b", 0), Some(10));
        assert_eq!(expression_end("{ open", 0), None);
    }

    #[test]
    fn a_tag_ends_behind_its_attributes() {
        for (text, end) in [
            ("<A b={x > y} c='>'>d", Some(19)),
            ("</A.B>d", Some(6)),
            ("<>d", Some(2)),
            ("<A b=\"c", None),
            ("<A <b>", None),
            ("< 3", None),
        ] {
            assert_eq!(tag_end(text), end, "{text}");
        }
    }

    #[test]
    fn prose_that_starts_with_import_stays() {
        assert_eq!(module_line_end("import duties rose\n\nx", 0), None);
        assert_eq!(
            module_line_end("export function A() {\n\n}\n\nx", 0),
            Some(25)
        );
        assert_eq!(module_line_end("import A from 'a'\n\nx", 0), Some(18));
    }
}
