using System.Reflection;
using Xunit.v3;

namespace Support;

/// <summary>Who needs more than its own process says so, because <c>./contest quick</c> leaves it out by that trait.</summary>
public static class Needs
{
    /// <summary>Names of test classes that are given PostgreSQL and do not say that they need it.</summary>
    public static IEnumerable<string> SilentIn(Assembly tests) =>
        from type in tests.GetTypes()
        where type.Name.EndsWith("Tests", StringComparison.Ordinal)
        where type.GetConstructors().SelectMany(made => made.GetParameters()).Any(given => given.ParameterType == typeof(PostgresFixture))
        let traits = type.GetCustomAttributes().OfType<ITraitAttribute>().SelectMany(trait => trait.GetTraits())
        where !traits.Contains(new("Needs", "PostgreSQL"))
        select type.Name;
}
