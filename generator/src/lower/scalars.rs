//! What two scalars are together: numbers, truths, texts and their values.

use std::rc::Rc;

use super::shape::Shape;

/// The shape of what has one of two shapes, of scalars of one kind.
pub fn either<'a>(one: Shape<'a>, other: Shape<'a>) -> Option<Shape<'a>> {
    Some(match (one, other) {
        (Shape::Text { values: one, .. }, Shape::Text { values: other, .. }) => {
            Shape::Text { format: String::new(), pattern: "", values: joined(&one, &other) }
        }
        (Shape::Integer { values: one, .. }, Shape::Integer { values: other, .. }) => {
            Shape::Integer { format: String::new(), values: joined(&one, &other) }
        }
        (Shape::Integer { .. } | Shape::Number, Shape::Integer { .. } | Shape::Number) => {
            Shape::Number
        }
        (Shape::Boolean, Shape::Boolean) => Shape::Boolean,
        _ => return None,
    })
}

/// The values of both; none where one of them takes any.
fn joined<T: Copy>(one: &[T], other: &[T]) -> Rc<[T]> {
    match one.is_empty() || other.is_empty() {
        true => Rc::new([]),
        false => one.iter().chain(other).copied().collect(),
    }
}

/// The shape of what has two shapes at once, of scalars of one kind; `None` where nothing has.
pub fn both<'a>(one: Shape<'a>, other: Shape<'a>) -> Option<Shape<'a>> {
    Some(match (one, other) {
        (
            Shape::Text { format, pattern, values },
            Shape::Text { format: other_format, pattern: other_pattern, values: others },
        ) => Shape::Text {
            format: agreed(format, other_format),
            pattern: agreed(pattern, other_pattern),
            values: shared(&values, &others)?,
        },
        (
            Shape::Integer { format, values },
            Shape::Integer { format: other_format, values: others },
        ) => Shape::Integer {
            format: agreed(format, other_format),
            values: shared(&values, &others)?,
        },
        (integer @ Shape::Integer { .. }, Shape::Number)
        | (Shape::Number, integer @ Shape::Integer { .. }) => integer,
        (Shape::Number, Shape::Number) => Shape::Number,
        (Shape::Boolean, Shape::Boolean) => Shape::Boolean,
        _ => return None,
    })
}

/// What one of them says, or both; nothing where they say different things.
fn agreed<T: Default + PartialEq>(one: T, other: T) -> T {
    if one == T::default() {
        other
    } else if other == T::default() || other == one {
        one
    } else {
        T::default()
    }
}

/// The values that are in both, where one that lists none takes any.
fn shared<T: Copy + PartialEq>(one: &[T], other: &[T]) -> Option<Rc<[T]>> {
    let shared: Rc<[T]> = match (one, other) {
        (any, listed) | (listed, any) if any.is_empty() => return Some(listed.into()),
        _ => one.iter().filter(|value| other.contains(value)).copied().collect(),
    };
    Some(shared).filter(|shared| !shared.is_empty())
}
