using Drill;

namespace ArenaWeb.Tests.Drills;

public sealed class IdlenessTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;

    /// <summary>A look each half second; w: something waits beside a free slot, d: the database is away, space: nothing is owed.</summary>
    [Theory]
    [InlineData("wwwww", new int[0], 2.0)]
    [InlineData("wwwww", new[] { 900 }, 1.0)]
    [InlineData("ww ww", new int[0], 0.5)]
    [InlineData("wwdwwww", new int[0], 1.5)]
    [InlineData("", new int[0], 0.0)]
    [InlineData("w", new int[0], 0.0)]
    public void Work_lies_idle_from_look_to_look_without_a_dispatch(string looks, int[] dispatches, double seconds)
    {
        var samples = looks.Select((look, at) => Sample(Start.AddSeconds(at / 2.0), look)).ToList();
        var (longest, _) = Idleness.Of(samples, [.. dispatches.Select(at => Start.AddMilliseconds(at))]);
        Assert.Equal(seconds, longest.TotalSeconds);
    }

    [Fact]
    public void A_machine_that_stood_still_is_not_the_dispatchers_fault() =>
        Assert.Equal(TimeSpan.FromSeconds(1), Idleness.Of([Sample(Start, 'w'), Sample(Start.AddMinutes(1), 'w')], []).Longest);

    private static Sample Sample(DateTimeOffset at, char look) => new(at, look != 'd', look == 'w' ? 1 : 0, 1);
}
