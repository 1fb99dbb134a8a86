//! Lists and objects in a path (RFC 6570, sections 3.2.2, 3.2.5 and 3.2.7): what stands between their values
//! stays as it is, in the values it is percent-encoded.

use super::call::Call;
use super::encode::Encode;
use super::fault::Place;
use super::pairs;
use super::param::Param;
use super::path::encoded;
use super::style;

impl Call {
    /// Sets a path parameter to several values, with this between them.
    pub fn path_list<P: Param>(
        mut self,
        name: &'static str,
        between: &str,
        values: impl IntoIterator<Item = P>,
    ) -> Self {
        let values = self.all(Place::Path, name, values);
        let texts: Vec<String> = values.iter().map(|value| encoded(value)).collect();
        pairs::set(&mut self.api.values, name, vec![texts.join(between)]);
        self
    }

    /// Sets a path parameter to the properties of an object: what stands between the name of each and its
    /// value, and what between one and the next.
    pub fn path_object<T: Encode>(
        mut self,
        name: &'static str,
        [inside, between]: [&str; 2],
        object: T,
    ) -> Self {
        let properties = style::properties(&object.encode());
        self.api.check(Place::Path, name, properties.is_none().then_some(style::NO_OBJECT));
        let properties = properties.into_iter().flatten();
        let texts: Vec<String> =
            properties.map(|(name, value)| encoded(&name) + inside + &encoded(&value)).collect();
        pairs::set(&mut self.api.values, name, vec![texts.join(between)]);
        self
    }
}
