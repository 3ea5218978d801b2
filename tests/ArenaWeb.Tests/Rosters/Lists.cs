using System.Text;
using ArenaWeb.Rosters;
using ArenaWeb.Rosters.Sheets;

namespace ArenaWeb.Tests.Rosters;

/// <summary>Lists of pupils from text, for tests.</summary>
internal static class Lists
{
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<RosterColumn?>> NothingRemembered =
        new Dictionary<string, IReadOnlyList<RosterColumn?>>();

    public static RosterList Read(string text, RosterChoice? choice = null) => Read(Encoding.UTF8.GetBytes(text), choice);

    public static RosterList Read(byte[] file, RosterChoice? choice = null) =>
        RosterList.Read(file, RosterKind.Pupils, choice ?? RosterChoice.None, NothingRemembered);

    public static (List<PupilLine> Lines, List<Issue> Issues) Pupils(string text) => Pupils(Read(text));

    public static (List<PupilLine> Lines, List<Issue> Issues) Pupils(RosterList list)
    {
        Assert.Empty(list.Issues);
        var issues = new List<Issue>();
        return (PupilLine.ReadAll(list, issues), issues);
    }
}
