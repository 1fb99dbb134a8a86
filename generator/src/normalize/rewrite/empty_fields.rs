//! Optional fields that are `null` go: they say nothing, and `openapiv3` refuses some of them.

use std::borrow::Cow;

use serde_json::Value;

pub(super) fn rewrite(root: &mut Cow<'_, Value>, empty_fields: &[(String, &str)]) {
    for (owner, key) in empty_fields {
        let owner = root.to_mut().pointer_mut(owner);
        if let Some(fields) = owner.and_then(Value::as_object_mut) {
            fields.shift_remove(*key);
        }
    }
}
