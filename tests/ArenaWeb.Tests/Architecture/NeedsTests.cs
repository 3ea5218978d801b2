using Support;

namespace ArenaWeb.Tests.Architecture;

public sealed class NeedsTests
{
    [Fact]
    public void Every_test_on_PostgreSQL_says_that_it_needs_it() => Assert.Empty(Needs.SilentIn(typeof(NeedsTests).Assembly));
}
