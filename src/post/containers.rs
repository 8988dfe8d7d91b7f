//! Containers of Docusaurus and MyST: `:::note` … `:::`.

/// Blanks the lines that open and close a container of Docusaurus or MyST
/// (`:::note`), which part what stands around them.
pub(super) fn cover(masked: &mut [u8], start: usize) {
    let mut at = start;
    while at < masked.len() {
        let len = masked[at..].iter().position(|&b| b == b'\n');
        let end = len.map_or(masked.len(), |len| at + len);
        let line = &mut masked[at..end];
        let blanks = line.iter().take_while(|&&b| b == b' ').count();
        if line[blanks..].starts_with(b":::") && line.is_ascii() {
            line.fill(b' ');
        }
        at = end + 1;
    }
}
