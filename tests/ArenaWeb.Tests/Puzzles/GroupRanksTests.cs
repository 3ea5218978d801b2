using ArenaWeb.Puzzles.Rules;
using Judge.Board;
using Judge.Contests;

namespace ArenaWeb.Tests.Puzzles;

public sealed class GroupRanksTests
{
    [Theory]
    [InlineData("1 2 3 4", "1 2 3 4", "1 2 3 4")]
    [InlineData("1 1 3 4", "1 2 4", "1 1 3")] // ties are ties
    [InlineData("1 2 2 4", "3 4", "1 2")]
    [InlineData("1 2 2 2 5", "2 4 5", "1 1 3")]
    [InlineData("1 2", "", "")]
    public void Ranks_in_a_group_follow_the_whole_boards_order_and_ties(string ranks, string group, string expected)
    {
        var rows = Numbers(ranks).Select((rank, i) => new Row(rank, new EntrantId(i + 1), 3, 0, []));
        var members = Numbers(group).ToHashSet();
        Assert.Equal(Numbers(expected), GroupRanks.Of(rows, row => members.Contains((int)row.Entrant.Value)).Select(row => row.Rank));
    }

    private static IEnumerable<int> Numbers(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse);
}
