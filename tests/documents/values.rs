//! JSON values, as examples, defaults and enums have them.

use serde_json::{Value, json};

use super::draft::Draft;
use super::texts;

impl Draft<'_> {
    /// Any value.
    pub fn value(&mut self, depth: usize) -> Value {
        match self.choices.below(if depth == 0 { 5 } else { 7 }) {
            0 => self.text(),
            1 => self.number(),
            2 => true.into(),
            3 => Value::Null,
            4 => "2026-11-27T12:30:00Z".into(),
            5 => self.choices.below(4).eq(&0).then(|| self.value(depth - 1)).into_iter().collect(),
            _ => self.named(3, |it| it.value(depth - 1)).into(),
        }
    }

    /// Any text; it may be empty.
    pub fn text(&mut self) -> Value {
        if self.choices.rarely(8) { "".into() } else { texts::name(&mut self.choices).into() }
    }

    /// Any number, with those at the ends of what types can hold.
    pub fn number(&mut self) -> Value {
        let numbers = [
            json!(1),
            json!(0),
            json!(-1),
            json!(10),
            json!(0.5),
            json!(-2.25),
            json!(i32::MAX),
            json!(i64::MAX),
            json!(i64::MIN),
            json!(u64::MAX),
            json!(1e300),
            json!(-0.0),
        ];
        numbers[self.choices.below(numbers.len())].clone()
    }

    /// A number of things.
    pub fn count(&mut self) -> Value {
        self.choices.one(&[0_u64, 1, 2, 3, 40, 3_000, 4_000_000_000]).into()
    }
}
