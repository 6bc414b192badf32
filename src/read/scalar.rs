//! What a YAML 1.2 core schema would make of a plain scalar. Declarations are read as text; this tells where other readers
//! would see something else.

/// Whether the core schema reads this plain scalar as null, a boolean or a number.
#[must_use]
pub fn is_typed(text: &str) -> bool {
    is_null(text) || boolean(text).is_some() || is_number(text)
}

/// Null: nothing, `~`, `null`.
#[must_use]
pub fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

/// `true` or `false`, in the three spellings of the schema.
#[must_use]
pub fn boolean(text: &str) -> Option<bool> {
    match text {
        "true" | "True" | "TRUE" => Some(true),
        "false" | "False" | "FALSE" => Some(false),
        _ => None,
    }
}

/// A decimal, octal or hexadecimal integer, a float, infinity or not-a-number.
#[must_use]
pub fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    if let Some(octal) = text.strip_prefix("0o") {
        return !octal.is_empty() && octal.bytes().all(|b| matches!(b, b'0'..=b'7'));
    }
    if let Some(hexadecimal) = text.strip_prefix("0x") {
        return !hexadecimal.is_empty() && hexadecimal.bytes().all(|b| b.is_ascii_hexdigit());
    }
    is_decimal(unsigned)
}

/// `[0-9]+(\.[0-9]*)?` or `\.[0-9]+`, then an optional exponent.
fn is_decimal(unsigned: &str) -> bool {
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let mantissa_is_number = match mantissa.split_once('.') {
        Some((whole, fraction)) => {
            digits(whole) && digits(fraction) && !(whole.is_empty() && fraction.is_empty())
        }
        None => !mantissa.is_empty() && digits(mantissa),
    };
    let exponent_is_number = exponent.is_none_or(|exponent| {
        let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        !exponent.is_empty() && digits(exponent)
    });
    mantissa_is_number && exponent_is_number
}

#[cfg(test)]
mod tests {
    use super::is_typed;

    #[test]
    fn the_core_schema_and_nothing_else() {
        for typed in [
            "", "~", "null", "True", "0", "-1", "+1.5", ".5", "1.", "1e3", "0o7", "0xff", "-.inf", ".nan",
            "007",
        ] {
            assert!(is_typed(typed), "{typed}");
        }
        for text in
            ["yes", "on", "nULL", "2026-08-21", "v0.1", "1_000", "1e", ".", "0b1", "0x", "-", "1.2.3", "0o8"]
        {
            assert!(!is_typed(text), "{text}");
        }
    }
}
