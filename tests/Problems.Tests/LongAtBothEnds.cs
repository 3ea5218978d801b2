using Xunit.Sdk;
using Xunit.v3;

namespace Problems.Tests;

/// <summary>The order in which classes begin: what takes longest must not be left alone at the end.</summary>
internal sealed class LongestFirst : ITestCollectionOrderer
{
    /// <summary>Ends of the names of long classes; all others take half a minute at most.</summary>
    private static readonly string[] Long =
    [
        nameof(SubmissionsTests),
        nameof(TalksTests),
        nameof(HabitsTests),
        nameof(GccTests),
        nameof(AuthorCheckersTests),
        nameof(ManagersTests),
    ];

    public IReadOnlyCollection<T> OrderTestCollections<T>(IReadOnlyCollection<T> testCollections)
        where T : ITestCollection => [.. testCollections.OrderBy(collection => Place(collection.TestCollectionDisplayName))];

    private static int Place(string name)
    {
        var at = Array.FindIndex(Long, end => name.Contains(end, StringComparison.Ordinal));
        return at < 0 ? Long.Length : at;
    }
}
