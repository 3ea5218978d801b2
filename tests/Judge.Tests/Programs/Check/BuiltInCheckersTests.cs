using FsCheck;
using FsCheck.Fluent;
using Judge.Problems;
using Judge.Programs.Check;

namespace Judge.Tests.Programs.Check;

public sealed class BuiltInCheckersTests
{
    private static readonly BuiltInChecker[] Kinds = Enum.GetValues<BuiltInChecker>()[1..];

    private static readonly TokenOptions[] Options =
    [
        TokenOptions.None,
        new() { CaseSensitive = true },
        new() { SpaceSensitive = true },
        new() { RelativeTolerance = 0 },
        new()
        {
            AbsoluteTolerance = 1e-9,
            CaseSensitive = true,
            SpaceSensitive = true,
        },
    ];

    /// <summary>Bytes that mean something to one checker or another, and any other.</summary>
    private static readonly Gen<byte[]> Texts = Gen.Frequency(
            (8, Gen.Elements([.. "aA10.eE+- \t\r\n\n\0"u8])),
            (1, Gen.Choose(0, 255).Select(b => (byte)b))
        )
        .ArrayOf();

    [Fact]
    public void The_answer_itself_is_always_right() =>
        Prop.ForAll(
                Texts.ToArbitrary(),
                answer =>
                    ForEach(
                        (kind, options) =>
                        {
                            Assert.Equal(CheckResult.Right, BuiltInCheckers.Check(kind, answer, answer, options));
                        }
                    )
            )
            .Holds();

    /// <summary>
    /// A change that matters to no checker but C5 and exact white space, so that no checker is right by equal bytes alone.
    /// </summary>
    [Fact]
    public void The_answer_with_more_line_ends_is_right_where_white_space_is_free() =>
        Prop.ForAll(
                Texts.ToArbitrary(),
                answer =>
                    ForEach(
                        (kind, options) =>
                        {
                            if (kind != BuiltInChecker.ThemisC5 && !options.SpaceSensitive)
                            {
                                Assert.Equal(CheckResult.Right, BuiltInCheckers.Check(kind, [.. answer, .. "\n\n"u8], answer, options));
                            }
                        }
                    )
            )
            .Holds();

    [Fact]
    public void Another_word_at_the_end_is_always_wrong() =>
        Prop.ForAll(
                Texts.ToArbitrary(),
                answer =>
                    ForEach(
                        (kind, options) =>
                        {
                            Assert.Equal(0, BuiltInCheckers.Check(kind, [.. answer, .. "\nx"u8], answer, options).Share);
                            Assert.Equal(0, BuiltInCheckers.Check(kind, answer, [.. answer, .. "\nx"u8], options).Share);
                        }
                    )
            )
            .Holds();

    [Fact]
    public void Two_texts_are_right_or_wrong_both_ways_round_where_there_is_no_tolerance() =>
        Prop.ForAll(
                Texts.ToArbitrary(),
                Texts.ToArbitrary(),
                (one, other) =>
                    ForEach(
                        (kind, options) =>
                        {
                            if (!options.HasTolerance)
                            {
                                Assert.Equal(
                                    BuiltInCheckers.Check(kind, one, other, options).Share,
                                    BuiltInCheckers.Check(kind, other, one, options).Share
                                );
                            }
                        }
                    )
            )
            .Holds();

    [Fact]
    public void A_checker_that_there_is_not_is_our_failure() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BuiltInCheckers.Check(BuiltInChecker.None, [], [], TokenOptions.None));

    private static void ForEach(Action<BuiltInChecker, TokenOptions> check)
    {
        foreach (var kind in Kinds)
        {
            foreach (var options in Options)
            {
                check(kind, options);
            }
        }
    }
}
