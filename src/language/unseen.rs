//! Characters that nobody sees.

/// What `c` is called, when readers see nothing of it, or a box.
pub fn unseen(c: char) -> Option<&'static str> {
    let name = match c {
        '\t' | '\n' | '\r' => return None,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => "a control character",
        '\u{ad}' => "a soft hyphen",
        '\u{200b}' => "a zero-width space",
        '\u{200c}' => "a zero-width non-joiner",
        '\u{200d}' => "a zero-width joiner",
        c if is_direction(c) => "a direction mark",
        '\u{2028}' => "a line separator",
        '\u{2029}' => "a paragraph separator",
        '\u{2060}' => "a word joiner",
        '\u{2061}'..='\u{2064}' => "an invisible operator",
        '\u{180e}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' => "a blank letter",
        '\u{feff}' => "a byte order mark",
        '\u{fff9}'..='\u{fffb}' => "an annotation mark",
        '\u{e0000}'..='\u{e007f}' => "a tag character",
        '\u{fffd}' => "a lost character",
        c if is_private(c) => "a private-use character",
        _ => return None,
    };
    Some(name)
}

/// True for a mark that says in which direction letters go, and turns no Latin
/// ones round.
pub fn is_direction(c: char) -> bool {
    matches!(
        c,
        '\u{61c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'
            | '\u{202c}'
            | '\u{2066}'
            | '\u{2068}'
            | '\u{2069}'
    )
}

/// True for a character that means what one font makes of it.
pub fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// True for a control that shows Latin letters in another order than they stand:
/// those that embed from right to left, and those that override.
pub fn reorders(c: char) -> bool {
    matches!(c, '\u{202b}' | '\u{202d}' | '\u{202e}' | '\u{2067}')
}

/// True for a letter of a script that is written from right to left.
pub fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// True when the unseen `c` does its work between `before` and `after`: it joins
/// emoji, shapes letters, or parts the words of a script without blanks.
pub fn is_at_work(c: char, before: Option<char>, after: Option<char>) -> bool {
    let is_joiner = matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{180e}');
    let is_blank = matches!(c, '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}');
    let is_format = is_direction(c) || is_joiner || is_blank;
    // Flags of regions are a black flag and tags.
    let is_flag = matches!(c, '\u{e0020}'..='\u{e007f}')
        && before.is_some_and(|c| matches!(c, '🏴' | '\u{e0020}'..='\u{e007e}'));
    is_flag || (is_format && [before, after].into_iter().flatten().any(wants_shaping))
}

/// Characters of scripts that need such help, and emoji.
fn wants_shaping(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{1dff}' | '\u{2190}'..='\u{d7ff}' | '\u{f900}'..='\u{fdff}' | '\u{fe0f}'
        | '\u{fe70}'..='\u{fefc}' | '\u{ff66}'..='\u{ff9f}' | '\u{10000}'..='\u{dffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joiners_work_in_emoji_and_in_scripts_that_need_them() {
        let zwj = '\u{200d}';
        assert!(is_at_work(zwj, Some('👩'), Some('💻')));
        assert!(is_at_work(zwj, Some('\u{fe0f}'), Some('🌈')));
        assert!(is_at_work('\u{200c}', Some('ه'), Some('ا')));
        assert!(is_at_work(zwj, Some('\u{94d}'), Some(' ')));
        assert!(is_at_work('\u{200b}', Some('*'), Some('字')));
        assert!(is_at_work('\u{e0067}', Some('🏴'), Some('\u{e0062}')));
        assert!(!is_at_work(zwj, Some('a'), Some('b')));
        assert!(!is_at_work('\u{200b}', Some('é'), None));
        assert!(!is_at_work('\u{e0067}', Some('a'), None));
    }

    #[test]
    fn what_is_seen_has_no_name_here() {
        for c in ['a', 'é', '\u{a0}', '\u{fe0f}', '—', '\n', '\u{301}'] {
            assert_eq!(unseen(c), None, "{c:?}");
        }
        assert_eq!(unseen('\u{ad}'), Some("a soft hyphen"));
        assert_eq!(unseen('\u{f8ff}'), Some("a private-use character"));
    }
}
