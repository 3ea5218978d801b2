using FsCheck.Fluent;
using Judge.Marking;
using Judge.Marking.Ranks;

namespace Judge.Tests.Marking.Ranks;

public sealed class RankingTests
{
    [Fact]
    public void Equals_share_a_rank_and_the_next_is_left_out() =>
        Assert.Equal(["1 #1", "2 #2 Shared", "2 #3 Shared", "4 #4"], Ranks(One(1, 90), One(2, 80), One(3, 80), One(4, 70)));

    [Fact]
    public void What_prints_equal_is_equal() => Assert.Equal(["1 #1 Shared", "1 #2 Shared"], Ranks(One(1, 73.165m), One(2, 73.1749m)));

    [Fact]
    public void Named_criteria_decide_in_their_order_and_then_the_head() =>
        Assert.Equal(
            ["1 #3 Criterion", "2 #2 Criterion", "3 #1 Head", "4 #4 Head"],
            Ranks(
                One(1, 80) with
                {
                    Deciding = [15, 10],
                    Order = 1,
                },
                One(2, 80) with
                {
                    Deciding = [15, 12],
                },
                One(3, 80) with
                {
                    Deciding = [16, 1],
                },
                One(4, 80) with
                {
                    Deciding = [15, 10],
                    Order = 2,
                }
            )
        );

    [Fact]
    public void The_disqualified_stay_on_the_list_without_a_rank() =>
        Assert.Equal(["1 #2", " #1"], Ranks(One(1, 99) with { IsDisqualified = true }, One(2, 50)));

    [Fact]
    public void Prizes_go_by_rank_and_may_be_none() =>
        Assert.Equal(
            ["#1 second", "#2 second", "#3 third"],
            Prizes([new("first", 0), new("second", 2), new("third", 1)], One(1, 90), One(2, 80), One(3, 75), One(4, 70))
        );

    [Fact]
    public void A_prize_is_not_given_below_its_least_mark() =>
        Assert.Equal(["#1 second"], Prizes([new("first", 1, 95), new("second", 2, 85)], One(1, 90), One(2, 80)));

    [Fact]
    public void Equals_on_a_line_between_prizes_are_left_to_the_head() =>
        Assert.Equal(
            ["#1 first", "#4 second", "first? 2: 1 of #2,#3", "second? 2: 1 of #2,#3"],
            Prizes([new("first", 2), new("second", 2)], One(1, 90), One(2, 80), One(3, 80), One(4, 70), One(5, 60))
        );

    [Fact]
    public void Never_are_more_prizes_given_than_there_are_and_nobody_better_gets_less() =>
        Prop.ForAll(
                Gen.Choose(0, 12).ArrayOf(15).ToArbitrary(),
                Gen.Choose(0, 5).ArrayOf(3).ToArbitrary(),
                (marks, counts) =>
                {
                    var rows = Ranking.Of(marks.Select((mark, at) => One(at + 1, mark)));
                    var list = PrizeRule.Give(rows, counts.Select((count, at) => new Prize($"{at}", count)));
                    var places = rows.ToDictionary(row => row.Entry, row => row.Rank!.Value);
                    return counts.Index().All(prize => Taken(list, $"{prize.Index}") <= prize.Item)
                        && Math.Min(15, counts.Sum()) == counts.Index().Sum(prize => Taken(list, $"{prize.Index}"))
                        && list.Given.All(one =>
                            list.Given.All(other =>
                                places[one.Key] >= places[other.Key] || string.CompareOrdinal(one.Value, other.Value) <= 0
                            )
                        );
                }
            )
            .Holds();

    private static int Taken(PrizeList list, string prize) =>
        list.Given.Values.Count(given => given == prize) + list.Open.Where(open => open.Prize == prize).Sum(open => open.Places);

    private static RankedEntry One(int entry, decimal mark) => new() { Entry = new EntryId(entry), Mark = mark };

    private static IEnumerable<string> Ranks(params RankedEntry[] entries) =>
        Ranking.Of(entries).Select(row => $"{row.Rank} #{row.Entry.Value}" + (row.TieBreak == TieBreak.None ? "" : $" {row.TieBreak}"));

    private static IEnumerable<string> Prizes(Prize[] prizes, params RankedEntry[] entries)
    {
        var list = PrizeRule.Give(Ranking.Of(entries), prizes);
        return list
            .Given.OrderBy(one => one.Key)
            .Select(one => $"#{one.Key.Value} {one.Value}")
            .Concat(
                list.Open.Select(open =>
                    $"{open.Prize}? {open.Rank}: {open.Places} of {string.Join(',', open.Entries.Select(entry => $"#{entry.Value}"))}"
                )
            );
    }
}
