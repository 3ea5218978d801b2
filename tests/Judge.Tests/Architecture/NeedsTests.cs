using System.Reflection;
using Support;
using Xunit.v3;

namespace Judge.Tests.Architecture;

/// <summary>Who needs more than this process says so, because <c>./contest quick</c> leaves it out by that trait.</summary>
public sealed class NeedsTests
{
    [Fact]
    public void Every_test_on_PostgreSQL_says_that_it_needs_it()
    {
        var silent =
            from type in typeof(NeedsTests).Assembly.GetTypes()
            where type.Name.EndsWith("Tests", StringComparison.Ordinal)
            where
                type.GetConstructors().SelectMany(made => made.GetParameters()).Any(given => given.ParameterType == typeof(PostgresFixture))
            let traits = type.GetCustomAttributes().OfType<ITraitAttribute>().SelectMany(trait => trait.GetTraits())
            where !traits.Contains(new("Needs", "PostgreSQL"))
            select type.Name;
        Assert.Empty(silent);
    }
}
