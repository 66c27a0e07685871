//! One scale for bars on both sides of a baseline.

/// One bar: how long it is in data units (never negative), and the room in px that its form and text take beyond it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Extent {
    pub(super) value: f64,
    pub(super) beyond: f64,
    pub(super) negative: bool,
}

/// A baseline and px per unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    /// Room below the baseline, in px.
    pub(super) below: f64,
    /// Px a unit.
    pub(super) factor: f64,
}

/// The largest scale at which every bar fits the room with what stands at its end.
pub(super) fn shared(extents: &[Extent], room: f64) -> Scale {
    let side = |negative: bool, factor: f64| {
        extents
            .iter()
            .filter(|extent| extent.negative == negative)
            .map(|extent| (extent.value * factor).max(1.0) + extent.beyond)
            .fold(0.0, f64::max)
    };
    let largest = extents.iter().map(|extent| extent.value).fold(0.0, f64::max);
    let (mut low, mut high) = (0.0, if largest > 0.0 { room / largest } else { 0.0 });
    // Each side grows with the factor, so halving finds where both together just fit.
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if side(false, middle) + side(true, middle) <= room {
            low = middle;
        } else {
            high = middle;
        }
    }
    Scale { below: side(true, low), factor: low }
}
