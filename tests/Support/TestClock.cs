using Microsoft.Extensions.Time.Testing;

namespace Support;

/// <summary>A clock that stands still until it is turned; timers due by then fire during the turn.</summary>
public static class TestClock
{
    /// <summary>It is eight in the morning of a Sunday in Viet Nam.</summary>
    public static FakeTimeProvider New() => new(new DateTimeOffset(2026, 3, 8, 1, 0, 0, TimeSpan.Zero));
}
