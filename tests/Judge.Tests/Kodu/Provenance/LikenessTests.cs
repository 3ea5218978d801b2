using Judge.Kodu.Provenance;
using Judge.Kodu.Reading;

namespace Judge.Tests.Kodu.Provenance;

public sealed class LikenessTests
{
    private const string Chase = """
        WHEN [see] [apple] DO [move] [toward]
        WHEN [bumped] [apple] DO [eat]
          WHEN DO [score] [red score] [1 point]
        WHEN [bumped] [tree] DO [play]
        WHEN [scored] [red score] [≥] [5 points] DO [win]
        WHEN [timer] [60 seconds] DO [end]
        """;

    private const string Drive = """
        WHEN [keyboard] [arrows] DO [move]
        WHEN [bumped] [coin] DO [eat]
        WHEN [bumped] [rock] DO [end]
        WHEN [timer] [5 seconds] DO [jump]
        WHEN [see] [star] DO [say] "Kìa"
        WHEN [see] [star] [close by] DO [win]
        """;

    [Fact]
    public void A_copy_with_moved_actors_another_name_and_another_order_is_told()
    {
        var copy = string.Join(
            '\n',
            Chase
                .Split('\n')
                .Where(line => line.StartsWith("WHEN [s", StringComparison.Ordinal))
                .Concat(Chase.Split('\n').Where(line => !line.StartsWith("WHEN [s", StringComparison.Ordinal)))
        );
        var pair = Assert.Single(Likeness.Pairs([Print("1", "a", Chase), Print("2", "b", copy), Print("3", "c", Drive)], []));
        Assert.Equal(("1", "2", false, 1.0), (pair.One, pair.Other, pair.HasSameId, pair.Share));
    }

    [Fact]
    public void One_world_under_two_entries_is_told_whatever_its_rules_are()
    {
        var pair = Assert.Single(Likeness.Pairs([Print("1", "a", Chase), Print("2", "a", Drive)], []));
        Assert.True(pair.HasSameId);
        Assert.Equal(0, pair.Share);
    }

    [Fact]
    public void An_entry_is_held_against_worlds_of_the_game_and_those_not_against_each_other() =>
        Assert.Equal(
            [("1", "game 1"), ("1", "game 2")],
            Likeness
                .Pairs([Print("1", "a", Chase)], [Print("game 1", "x", Chase), Print("game 2", "y", Chase)])
                .Select(pair => (pair.One, pair.Other))
        );

    [Fact]
    public void Short_programs_are_alike_by_chance_and_told_of_none()
    {
        const string Short = "WHEN [keyboard] DO [move]";
        Assert.Empty(Likeness.Pairs([Print("1", "a", Short), Print("2", "b", Short), Print("3", "c", ""), Print("4", "d", "")], []));
    }

    private static ProgramPrint Print(string key, string id, string page)
    {
        var builder = new WorldBuilder { Id = id, Materials = [] }.With("BokuBot", key, page);
        return ProgramPrint.Of(key, WorldReader.Read(builder.Zip()).World!);
    }
}
