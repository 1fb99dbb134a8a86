//! How lists and objects are written as parameters (OpenAPI, Parameter Object, `style`).

use openapiv3::{Encoding, Parameter, ParameterSchemaOrContent, PathStyle, QueryStyle};

use super::responses::is_json;
use crate::model::Shape;

/// How a list is written, and how an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// How a single value is written.
    pub one: Shape,
    /// How a list is.
    pub list: Shape,
    /// How an object is.
    pub object: Shape,
    /// What stands before the values in a path.
    pub before: Before,
    /// Whether values keep reserved characters (`allowReserved`).
    pub reserved: bool,
}

/// What stands before the values of a path parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    Nothing,
    /// A dot (`label`).
    Dot,
    /// `;name=` (`matrix`).
    Name,
}

impl Before {
    /// The text before the values of a parameter of that name.
    pub fn text(self, name: &str) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Dot => ".".to_owned(),
            Self::Name => format!(";{name}="),
        }
    }
}

impl Style {
    /// Where nothing is said: lists repeat their name.
    pub const PLAIN: Self = Self {
        one: Shape::One,
        list: Shape::Repeated,
        object: Shape::Spread,
        before: Before::Nothing,
        reserved: false,
    };

    /// The same in a form, where an object is JSON (Encoding Object, `contentType`).
    pub const FIELD: Self = Self { object: Shape::One, ..Self::PLAIN };

    /// Everything as JSON.
    const JSON: Self =
        Self { one: Shape::Json, list: Shape::Json, object: Shape::Json, ..Self::PLAIN };

    /// How a parameter is written.
    pub fn of(parameter: &Parameter) -> Self {
        let data = parameter.parameter_data_ref();
        match (&data.format, parameter) {
            (ParameterSchemaOrContent::Content(content), _)
                if content.keys().any(|it| is_json(it)) =>
            {
                Self::JSON
            }
            (_, Parameter::Query { style, allow_reserved, .. }) => Self {
                reserved: *allow_reserved,
                ..of_query(style, data.explode.unwrap_or(*style == QueryStyle::Form))
            },
            (_, Parameter::Path { style, .. }) => of_path(style, data.explode.unwrap_or(false)),
            _ => of_one_text(',', data.explode.unwrap_or(false)),
        }
    }

    /// Whether values are JSON as a whole.
    pub fn is_json(&self) -> bool {
        self.one == Shape::Json
    }

    /// How a field of a form is written.
    pub fn of_field(encoding: &Encoding) -> Self {
        match &encoding.style {
            Some(QueryStyle::Form) if encoding.explode => Self::FIELD,
            Some(QueryStyle::Form) => Self { object: Shape::One, ..of_one_text(',', false) },
            Some(style) => of_query(style, encoding.explode),
            None => Self::FIELD,
        }
    }
}

fn of_path(style: &PathStyle, explode: bool) -> Style {
    match style {
        PathStyle::Simple => of_one_text(',', explode),
        PathStyle::Label => {
            let delimiter = if explode { '.' } else { ',' };
            Style { before: Before::Dot, ..of_one_text(delimiter, explode) }
        }
        PathStyle::Matrix if explode => Style {
            before: Before::Name,
            list: Shape::Named,
            object: Shape::Assigned(';'),
            ..Style::PLAIN
        },
        PathStyle::Matrix => Style { before: Before::Name, ..of_one_text(',', false) },
    }
}

fn of_query(style: &QueryStyle, explode: bool) -> Style {
    match style {
        QueryStyle::DeepObject => {
            Style { list: Shape::Indexed, object: Shape::Deep, ..Style::PLAIN }
        }
        _ if explode => Style::PLAIN,
        QueryStyle::Form => of_one_text(',', false),
        QueryStyle::SpaceDelimited => of_one_text(' ', false),
        QueryStyle::PipeDelimited => of_one_text('|', false),
    }
}

fn of_one_text(delimiter: char, explode: bool) -> Style {
    let object = if explode { Shape::Assigned(delimiter) } else { Shape::Paired(delimiter) };
    Style { list: Shape::Joined(delimiter), object, ..Style::PLAIN }
}
