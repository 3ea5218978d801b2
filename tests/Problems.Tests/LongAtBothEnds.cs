using Xunit.Sdk;
using Xunit.v3;

namespace Problems.Tests;

/// <summary>
/// The order of the classes: what takes long must not be left alone at the end. A thread takes the newest of its own work and the
/// oldest of another's. So classes go from both ends of the list, and the short ones stand in the middle.
/// </summary>
internal sealed class LongAtBothEnds : ITestCollectionOrderer
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
        where T : ITestCollection
    {
        var longest = testCollections.OrderBy(collection => Place(collection.TestCollectionDisplayName)).ToArray();
        return [.. longest.Where((_, at) => at % 2 == 0), .. longest.Where((_, at) => at % 2 == 1).Reverse()];
    }

    private static int Place(string name)
    {
        var at = Array.FindIndex(Long, end => name.Contains(end, StringComparison.Ordinal));
        return at < 0 ? Long.Length : at;
    }
}
