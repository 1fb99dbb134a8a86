//! Arrays of so many values, each with a type of its own, from JSON and to JSON.

use std::vec::IntoIter;

use serde_json::Value;

use super::decode::Decode;
use super::decoder::{Decoder, kind};
use super::encode::Encode;

/// A shorter array has nothing for the last positions, as an object that lacks properties. What a longer
/// one has beyond them is left out. Both are noted.
macro_rules! tuple {
    ($count:literal: $($position:tt $type:ident),*) => {
        impl<$($type: Decode),*> Decode for ($($type,)*) {
            fn placeholder() -> Self {
                ($($type::placeholder(),)*)
            }

            fn decode(&mut self, value: Value, at: &mut Decoder) {
                if let Some(mut values) = values(value, $count, at) {
                    $(position(&mut self.$position, $position, &mut values, at);)*
                }
            }
        }

        impl<$($type: Encode),*> Encode for ($($type,)*) {
            fn encode(&self) -> Value {
                Value::Array(vec![$(self.$position.encode()),*])
            }
        }
    };
}

tuple!(2: 0 A, 1 B);
tuple!(3: 0 A, 1 B, 2 C);
tuple!(4: 0 A, 1 B, 2 C, 3 D);
tuple!(5: 0 A, 1 B, 2 C, 3 D, 4 E);
tuple!(6: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F);
tuple!(7: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G);
tuple!(8: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H);
tuple!(9: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I);
tuple!(10: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I, 9 J);
tuple!(11: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I, 9 J, 10 K);
tuple!(12: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I, 9 J, 10 K, 11 L);

/// The values of an array that should have so many.
fn values(value: Value, count: usize, at: &mut Decoder) -> Option<IntoIter<Value>> {
    let Value::Array(values) = value else {
        at.error("an array", kind(&value));
        return None;
    };
    if values.len() != count {
        at.deviation("an array of the documented length", "another length");
    }
    Some(values.into_iter())
}

/// Reads the next value into its position.
fn position(to: &mut dyn Decode, index: usize, values: &mut IntoIter<Value>, at: &mut Decoder) {
    at.enter_index(index);
    match values.next() {
        Some(value) => to.decode(value, at),
        None => to.absent(at),
    }
    at.leave();
}
