using FsCheck;
using FsCheck.Fluent;
using Judge.Board;
using Judge.Contests;
using Judge.Problems;
using Judge.Score;
using Judge.Submit;

namespace Judge.Tests.Board;

public sealed class LiveBoardTests
{
    private static readonly Verdict[] Verdicts =
    [
        Verdict.Accepted,
        Verdict.Accepted,
        Verdict.WrongAnswer,
        Verdict.TimeLimit,
        Verdict.CompileError,
        Verdict.JudgeError,
    ];

    public static TheoryData<ScoringStyle, Counting, bool> Styles =>
        [.. Facts.Styles.SelectMany(style => new[] { (style.Scoring, style.Counting, false), (style.Scoring, style.Counting, true) })];

    [Theory]
    [MemberData(nameof(Styles))]
    public void After_every_fact_the_live_board_equals_the_standings(ScoringStyle scoring, Counting counting, bool frozen)
    {
        var contest = Facts.Contest(scoring, counting: counting);
        var moment = frozen ? TimeSpan.FromMinutes(60) : Standings.Open;
        var entrants = Facts.Entrants(5);
        Prop.ForAll(
                Streams().ToArbitrary(),
                stream =>
                {
                    var known = new Dictionary<SubmissionId, Judged>();
                    var board = new LiveBoard(moment, contest, entrants, []);
                    foreach (var fact in stream)
                    {
                        var before = Text(board.Rows);
                        var changed = board.Apply(fact);
                        if (known.GetValueOrDefault(fact.Submission).Verdict == Verdict.None)
                        {
                            known[fact.Submission] = fact;
                        }

                        var after = Text(board.Rows);
                        if (after != Text(Standings.AsOf(moment, contest, entrants, known.Values)) || changed != (before != after))
                        {
                            return false;
                        }
                    }

                    return Text(new LiveBoard(moment, contest, entrants, known.Values).Rows) == Text(board.Rows);
                }
            )
            .Holds();
    }

    [Fact]
    public void A_fact_told_twice_or_of_a_stranger_changes_nothing()
    {
        var board = new LiveBoard(Standings.Open, Facts.Contest(ScoringStyle.Icpc), Facts.Entrants(2), []);
        var solved = Facts.Tries("1 A 5 AC")[0];
        Assert.True(board.Apply(solved with { Verdict = Verdict.None }));
        Assert.True(board.Apply(solved));
        Assert.False(board.Apply(solved));
        Assert.False(board.Apply(solved with { Verdict = Verdict.None }));
        Assert.False(board.Apply(solved with { Verdict = Verdict.WrongAnswer }));
        Assert.False(board.Apply(solved with { Submission = new SubmissionId(99), Entrant = new EntrantId(99) }));
    }

    /// <summary>1,200 entrants and 24,000 submissions, of each of which the board hears twice.</summary>
    [Fact]
    public void To_follow_a_national_contest_costs_far_less_than_to_compute_it_anew()
    {
        var random = new Random(7);
        var facts = Enumerable
            .Range(1, 24_000)
            .Select(id => new Judged(
                new SubmissionId(id),
                new EntrantId(random.Next(1, 1_201)),
                random.Next(2) == 0 ? "A" : "B",
                Facts.Start.AddSeconds(id * 7_000 / 24_000),
                Verdicts[random.Next(Verdicts.Length)],
                random.Next(11) / 10m
            ))
            .ToList();
        var contest = Facts.Contest(ScoringStyle.Icpc);
        var board = new LiveBoard(Standings.Open, contest, Facts.Entrants(1_200), []);
        IReadOnlyList<Row> anew = [];
        var followed = ThreadCpu.Of(() =>
        {
            foreach (var fact in facts)
            {
                board.Apply(fact with { Verdict = Verdict.None });
                board.Apply(fact);
            }
        });
        var computed = ThreadCpu.Of(() => anew = Standings.AsOf(DateTimeOffset.MaxValue, contest, Facts.Entrants(1_200), facts));
        Assert.Equal(Text(anew), Text(board.Rows));
        Assert.InRange(followed / (2 * facts.Count), TimeSpan.Zero, computed / 20);
    }

    private static string Text(IEnumerable<Row> rows) => string.Join('\n', rows.Select(Facts.Text));

    /// <summary>Facts about up to 12 submissions in any order: handed in or judged, told once or more.</summary>
    private static Gen<List<Judged>> Streams() =>
        from seed in Gen.Choose(0, int.MaxValue)
        from order in Gen.Choose(1, 12).ListOf()
        select order.Select((id, at) => Fact(seed, id, at)).ToList();

    /// <summary>What a submission is follows from its number; whether it is told as waiting or with a verdict, from its place.</summary>
    private static Judged Fact(int seed, int id, int at)
    {
        var what = new Random(HashCode.Combine(seed, id));
        var fact = new Judged(
            new SubmissionId(id),
            new EntrantId(what.Next(1, 6)),
            what.Next(2) == 0 ? "A" : "B",
            Facts.Start.AddMinutes(what.Next(-3, 125)),
            Verdicts[what.Next(Verdicts.Length)],
            0
        );
        decimal[] groups =
            fact.Verdict == Verdict.Accepted ? [0.25m, 0.25m, 0.5m] : [what.Next(2) / 4m, what.Next(2) / 4m, what.Next(3) / 4m];
        fact = fact with { Share = groups.Sum(), Groups = what.Next(3) > 0 ? groups : [] };
        return (seed + at) % 3 == 0 ? fact with { Verdict = Verdict.None } : fact;
    }
}
