//! Bytes as they arrive → lines.

const CR: u8 = b'\r';
const LF: u8 = b'\n';

/// The bytes that have arrived and are in no line yet.
pub(super) struct Lines {
    /// Each of these bytes ends a line, and CR and LF together end one.
    ends: &'static [u8],
    bytes: Vec<u8>,
    /// How many of the bytes have been given out.
    taken: usize,
    /// How many of the bytes have been searched for the end of a line.
    searched: usize,
    /// Whether the last line ended in CR, so that an LF which follows belongs to it.
    is_after_cr: bool,
}

impl Lines {
    pub(super) fn new(ends: &'static [u8]) -> Self {
        Self { ends, bytes: Vec::new(), taken: 0, searched: 0, is_after_cr: false }
    }

    /// How many bytes wait for the end of their line.
    pub(super) fn waiting(&self) -> usize {
        self.bytes.len() - self.taken
    }

    pub(super) fn push(&mut self, part: &[u8]) {
        self.bytes.drain(..self.taken);
        self.searched -= self.taken;
        self.taken = 0;
        self.bytes.extend_from_slice(part);
    }

    /// The next line that is whole, without its end.
    pub(super) fn next(&mut self) -> Option<Vec<u8>> {
        self.skip_end_of_last();
        let Some(found) = self.bytes[self.searched..].iter().position(|it| self.ends.contains(it))
        else {
            self.searched = self.bytes.len();
            return None;
        };
        let end = self.searched + found;
        let line = self.bytes[self.taken..end].to_vec();
        self.is_after_cr = self.bytes[end] == CR;
        self.taken = end + 1;
        self.searched = self.taken;
        Some(line)
    }

    /// What has arrived of a line that has no end.
    pub(super) fn last(&mut self) -> Vec<u8> {
        let last = self.bytes.split_off(self.taken);
        self.searched = self.taken;
        self.push(&[]);
        last
    }

    fn skip_end_of_last(&mut self) {
        let Some(next) = self.bytes.get(self.taken).filter(|_| self.is_after_cr) else { return };
        self.taken += usize::from(*next == LF);
        self.searched = self.searched.max(self.taken);
        self.is_after_cr = false;
    }
}
