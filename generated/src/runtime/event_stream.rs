//! Lines → events, as browsers read them (WHATWG HTML, section 9.2.6, "Interpreting an event stream").

use std::time::Duration;

const BOM: &[u8] = b"\xef\xbb\xbf";

/// One value on its way, and what an event has beside it.
#[derive(Default)]
pub(super) struct Frame {
    pub(super) data: Vec<u8>,
    pub(super) event: String,
    pub(super) id: String,
    pub(super) retry: Option<Duration>,
}

/// What has been read of the event that comes next, and what holds for those after it.
#[derive(Default)]
pub(super) struct EventStream {
    is_begun: bool,
    event: String,
    /// Each line of it ends in LF.
    data: Vec<u8>,
    id: String,
    retry: Option<Duration>,
}

impl EventStream {
    /// How many bytes the event has so far.
    pub(super) fn len(&self) -> usize {
        self.data.len()
    }

    /// Takes a line; an empty one ends the event, which is none if it has no data.
    pub(super) fn take(&mut self, line: &[u8]) -> Option<Frame> {
        let line = match std::mem::replace(&mut self.is_begun, true) {
            true => line,
            false => line.strip_prefix(BOM).unwrap_or(line),
        };
        if line.is_empty() {
            return self.end();
        }
        let colon = line.iter().position(|it| *it == b':').unwrap_or(line.len());
        let value = line.get(colon + 1..).unwrap_or_default();
        self.set(&line[..colon], value.strip_prefix(b" ").unwrap_or(value));
        None
    }

    /// Sets a field. A comment is one without a name, and has no meaning as others that are unknown.
    fn set(&mut self, name: &[u8], value: &[u8]) {
        let text = || String::from_utf8_lossy(value).into_owned();
        match name {
            b"data" => {
                self.data.extend_from_slice(value);
                self.data.push(b'\n');
            }
            b"event" => self.event = text(),
            b"id" if !value.contains(&0) => self.id = text(),
            b"retry" if value.iter().all(u8::is_ascii_digit) => {
                let milliseconds = text().parse().ok();
                self.retry = milliseconds.map(Duration::from_millis).or(self.retry);
            }
            _ => {}
        }
    }

    fn end(&mut self) -> Option<Frame> {
        let event = std::mem::take(&mut self.event);
        let mut data = std::mem::take(&mut self.data);
        data.pop()?;
        let event = if event.is_empty() { "message".to_owned() } else { event };
        Some(Frame { data, event, id: self.id.clone(), retry: self.retry })
    }
}
