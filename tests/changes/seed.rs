//! Choices that are the same in every run.

use serde_json::Value;

/// A generator of numbers (Marsaglia's xorshift64).
pub struct Seed(u64);

impl Seed {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `end`, which is not 0.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % end
    }

    /// One of these, if there are any.
    pub fn choose<T>(&mut self, mut items: Vec<T>) -> Option<T> {
        if items.is_empty() { None } else { Some(items.swap_remove(self.below(items.len()))) }
    }

    /// Puts the keys of every object into another order.
    pub fn shuffle(&mut self, value: &mut Value) {
        match value {
            Value::Object(object) => {
                let mut left: Vec<(String, Value)> = std::mem::take(object).into_iter().collect();
                while !left.is_empty() {
                    let (key, mut value) = left.swap_remove(self.below(left.len()));
                    self.shuffle(&mut value);
                    object.insert(key, value);
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.shuffle(item)),
            _ => {}
        }
    }
}
