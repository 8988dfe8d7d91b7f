//! Whether numbers are a place on the earth.

use super::ifd::{Entry, Table, Tables};

/// True when a table for the place has one in it. A camera without a satellite
/// in sight leaves the version alone, zeros, or fractions of nothing.
pub(super) fn has_place(tables: &Tables<'_>, table: &Table) -> bool {
    const PAIRS: [(u16, u16); 2] = [
        // Where the camera was, and where what it shows is.
        (2, 4),
        (20, 22),
    ];
    PAIRS.into_iter().any(|(latitude, longitude)| {
        let degrees = |tag| degrees(tables, table.get(tag)?);
        is_place(degrees(latitude), degrees(longitude))
    })
}

/// True for two angles that are a place, and not the zero meridian on the
/// equator, which is how programs write that they do not know.
pub(super) fn is_place(latitude: Option<f64>, longitude: Option<f64>) -> bool {
    let (Some(latitude), Some(longitude)) = (latitude, longitude) else {
        return false;
    };
    let is_on_earth = latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
    is_on_earth && (latitude != 0.0 || longitude != 0.0)
}

/// Degrees, minutes and seconds, each a fraction.
fn degrees(tables: &Tables<'_>, entry: &Entry) -> Option<f64> {
    const FRACTION: u16 = 5;
    const SIGNED_FRACTION: u16 = 10;
    let value = entry.value.clone()?;
    let part = |number: usize| {
        let at = value.start + number * 8;
        let is_inside = at + 8 <= value.end;
        let (above, below) = (tables.long(at)?, tables.long(at + 4)?);
        let (above, below) = if entry.kind == SIGNED_FRACTION {
            (f64::from(above as i32), f64::from(below as i32))
        } else {
            (f64::from(above), f64::from(below))
        };
        (is_inside && below != 0.0).then(|| above / below)
    };
    if !matches!(entry.kind, FRACTION | SIGNED_FRACTION) {
        return None;
    }
    let minutes = part(1).unwrap_or(0.0) / 60.0;
    Some(part(0)? + minutes + part(2).unwrap_or(0.0) / 3600.0)
}
