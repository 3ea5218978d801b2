using FsCheck.Fluent;
using Judge.Kodu.Model;
using Judge.Kodu.Play;
using Judge.Kodu.Reading;

namespace Judge.Tests.Kodu.Play;

/// <summary>A test for each sentence of how the game runs its rules.</summary>
public sealed class GameTests
{
    private const int Second = Script.StepsPerSecond;

    [Fact]
    public void A_score_rule_without_once_counts_each_step() => Assert.Equal(60, Score(1, "WHEN DO [score] [red score]"));

    [Fact]
    public void Once_fires_once_while_the_condition_holds() => Assert.Equal(1, Score(1, "WHEN DO [score] [red score] [once]"));

    [Fact]
    public void Once_fires_again_after_the_condition_failed() =>
        Assert.Equal(
            2,
            Score(4, "WHEN [keyboard] [Space] DO [score] [red score] [once]", new KeyPress("Space", 0.5, 1), new("Space", 2, 3))
        );

    [Fact]
    public void Once_under_a_timer_fires_once_until_the_page_is_new() =>
        Assert.Equal(1, Score(10, "WHEN [timer] [1 second] DO [score] [red score] [once]"));

    [Fact]
    public void A_timer_rings_for_one_step_and_again_without_drift() =>
        Assert.Equal(4, Score(9.9, "WHEN [timer] [2 seconds] DO [score] [red score]"));

    [Fact]
    public void A_timer_without_a_number_is_a_second() => Assert.Equal(4, Score(4.9, "WHEN [timer] DO [score] [red score]"));

    [Fact]
    public void Numbers_of_a_timer_are_added() =>
        Assert.Equal(1, Score(5.9, "WHEN [timer] [2 seconds] [3 seconds] DO [score] [red score]"));

    [Fact]
    public void A_timer_starts_anew_when_it_was_not_judged_the_step_before() =>
        Assert.Equal(
            0,
            Score(
                5,
                "WHEN [keyboard] [Space] DO\n  WHEN [timer] [2 seconds] DO [score] [red score]",
                new KeyPress("Space", 0, 1.5),
                new("Space", 1.6, 3.5)
            )
        );

    [Fact]
    public void A_child_is_judged_only_where_its_parent_holds() =>
        Assert.Equal(0, Score(1, "WHEN [keyboard] DO\n  WHEN DO [score] [red score]"));

    [Fact]
    public void Not_turns_the_whole_condition() => Assert.Equal(60, Score(1, "WHEN [see] [apple] [not] DO [score] [red score]"));

    [Fact]
    public void No_number_of_points_is_one_and_numbers_are_added() =>
        Assert.Equal(7, Score(1, "WHEN DO [score] [red score] [5 points] [2 points] [once]"));

    [Fact]
    public void Further_scores_are_added_to_the_first() =>
        Assert.Equal(
            5,
            Score(1, "WHEN DO [set score] [blue score] [5 points] [once]\nWHEN DO [set score] [red score] [blue score] [once]")
        );

    [Fact]
    public void Without_a_score_it_is_the_red_one() => Assert.Equal(2, Score(1, "WHEN DO [score] [2 points] [once]"));

    [Fact]
    public void A_score_alone_asks_whether_it_has_just_changed() =>
        Assert.Equal(
            1,
            Play(2, "WHEN [timer] [1 second] DO [score] [blue score] [once]\nWHEN [scored] [blue score] DO [score] [red score]").Scores[
                "color.red"
            ]
        );

    [Fact]
    public void A_score_with_points_asks_for_as_many() =>
        Assert.Equal(1, Score(1, "WHEN [scored] [red score] [0 points] DO [score] [red score]"));

    [Fact]
    public void A_comparison_adds_up_both_sides() =>
        Assert.Equal(8, Score(1, "WHEN [scored] [red score] [<] [5 points] [3 points] DO [score] [red score]"));

    [Fact]
    public void All_sense_before_anyone_acts() =>
        Assert.Equal(
            [0, 0],
            Level(
                    ("BokuBot", "A", "WHEN [scored] [red score] [0 points] DO [score] [red score]"),
                    ("BokuBot", "B", "WHEN [scored] [red score] [0 points] DO [score] [red score]")
                )
                .Play(1)
                .Events.Select(one => one.Step)
        );

    [Fact]
    public void A_page_that_is_switched_to_begins_in_the_next_step()
    {
        var trace = Play(1, "WHEN DO [switch] [page 2]", "WHEN DO [score] [red score] [once]");
        Assert.Equal([("page", 0), ("score", 1)], trace.Events.Select(one => (one.What, one.Step)));
    }

    [Fact]
    public void Rules_below_a_switch_of_page_do_nothing_in_that_step() =>
        Assert.Equal(
            1,
            Score(1, "WHEN DO [score] [red score]\nWHEN DO [switch] [page 2]\nWHEN DO [score] [red score] [10 points]", [], "")
        );

    [Fact]
    public void Pages_of_a_light_take_turns()
    {
        var pages = SampleWorlds.City().Level().Play(21).Events.Where(one => one is { What: "page", Actor: 1 }).ToList();
        Assert.Equal(["2", "1", "2", "1"], pages.Select(one => one.Value));
        Assert.All(pages.Index().Skip(1), one => Assert.InRange(one.Item.Step - pages[one.Index - 1].Step, 5 * Second, 5 * Second + 1));
    }

    [Fact]
    public void A_page_that_is_taken_in_runs_below_the_rule() =>
        Assert.Equal(60, Score(1, "WHEN DO [inline] [page 2]", [], "WHEN DO [score] [red score]"));

    [Fact]
    public void A_page_that_takes_itself_in_ends() => Assert.True(Score(1, "WHEN DO [inline] [page 1]\nWHEN DO [score] [red score]") > 0);

    [Fact]
    public void It_is_the_nearest_and_a_verb_on_it_hits_that_one() =>
        Assert.Equal(
            ["2"],
            Level(("BokuBot", "A", "WHEN [see] [apple] DO [vanish] [it] [once]"), ("Fruit", "1", ""), ("Fruit", "2", ""))
                .Play(0.1)
                .Events.Select(one => $"{one.Actor}")
        );

    [Fact]
    public void A_child_that_senses_nothing_has_no_it_and_hits_the_actor_itself()
    {
        var trace = Level(("BokuBot", "A", "WHEN [see] [apple] DO\n  WHEN DO [vanish] [it]"), ("Fruit", "1", "")).Play(0.1);
        Assert.Equal([("gone", 1)], trace.Events.Select(one => (one.What, one.Actor)));
    }

    [Fact]
    public void The_first_movement_that_is_wished_wins()
    {
        var trace = Level(
                (
                    "BokuBot",
                    "A",
                    "WHEN [see] [apple] DO [move] [toward]\nWHEN [see] [rock] DO [move] [toward]\n"
                        + "WHEN [bumped] [apple] DO [win]\nWHEN [bumped] [rock] DO [end]"
                ),
                ("Fruit", "1", ""),
                ("Rock", "2", "")
            )
            .Play(20);
        Assert.Equal(PlayEnd.Victory, trace.End);
    }

    [Fact]
    public void What_is_eaten_is_gone_and_got()
    {
        var trace = Level(
                ("BokuBot", "A", "WHEN [see] [apple] DO [move] [toward]\nWHEN [bumped] [apple] DO [eat]\nWHEN [got] [apple] DO [score]"),
                ("Fruit", "1", "")
            )
            .Play(20);
        Assert.Equal(1, trace.Scores["color.red"]);
        Assert.Equal(["eat", "score"], trace.Events.Select(one => one.What));
    }

    [Fact]
    public void Nobody_sees_itself() => Assert.Equal(0, Score(1, "WHEN [see] [kodu] DO [score] [red score]"));

    [Fact]
    public void Near_and_far_are_distances() =>
        Assert.Equal(
            60,
            Level(
                    ("BokuBot", "A", "WHEN [see] [apple] [close by] DO [score]\nWHEN [see] [apple] [far away] DO [score] [10 points]"),
                    ("Fruit", "1", "")
                )
                .Play(1)
                .Scores["color.red"]
        );

    [Fact]
    public void Keys_of_the_arrows_steer() =>
        Assert.Equal(
            PlayEnd.Victory,
            Level(("BokuBot", "A", "WHEN [keyboard] [Arrows] DO [move]\nWHEN [bumped] [apple] DO [win]"), ("Fruit", "1", ""))
                .Play(5, new KeyPress("Right", 0, 5))
                .End
        );

    [Fact]
    public void A_vehicle_follows_a_path_to_its_end() =>
        Assert.Equal(
            PlayEnd.Victory,
            new WorldBuilder()
                .With("FastBot", "Xe", "WHEN DO [move] [on path] [red path]\nWHEN [bumped] [apple] DO [win]")
                .With(
                    new Actor
                    {
                        Type = "Fruit",
                        X = 10,
                        Y = 10,
                    }
                )
                .With(new Way("Red", "HiWayGen", [new(0, 0, 0), new(10, 0, 0), new(10, 10, 0)], [new(0, 1, 1), new(1, 2, 1)]))
                .Level()
                .Play(20)
                .End
        );

    [Fact]
    public void A_master_stays_out_and_is_made_by_a_rule_up_to_its_number()
    {
        const string Id = "0c0ffee0-0000-4000-8000-0000000000aa";
        var master = new Actor
        {
            Type = "Fruit",
            Name = "Táo",
            IsMaster = true,
            CreatableId = Id,
            Parameters = new Dictionary<string, string> { ["maxCreated"] = "3" },
        };
        var trace = new WorldBuilder()
            .With("Yucca1", "Cây", $"WHEN [timer] [1 second] DO [create] [modifier.creatable.{Id}]")
            .With(master)
            .Level()
            .Play(9);
        Assert.Equal(3, trace.Events.Count(one => one.What == "made"));
    }

    [Fact]
    public void Winning_ends_the_game_at_once()
    {
        var trace = Play(5, "WHEN [timer] [1 second] DO [win]\nWHEN DO [score]");
        Assert.Equal((PlayEnd.Victory, 60), (trace.End, trace.Scores["color.red"]));
    }

    [Fact]
    public void An_apple_collector_wins_at_five()
    {
        var trace = SampleWorlds.Apples().Level().Play(60);
        Assert.Equal((PlayEnd.Victory, 5), (trace.End, trace.Scores["color.red"]));
        Assert.Equal(PlayVerdict.Pass, PlayJudge.Of(trace, new Expectation("color.red", 5, PlayEnd.None)));
        Assert.Equal(PlayVerdict.Fail, PlayJudge.Of(trace, new Expectation("color.red", 6, PlayEnd.None)));
    }

    [Fact]
    public void What_the_model_does_not_play_is_named_and_never_a_failure()
    {
        var trace = Play(2, "WHEN [see] [apple] [line of sight] [not] DO [win]\nWHEN DO [move] [wander]");
        Assert.Equal(["filter.lineofsight", "selector.wander"], trace.Unsupported);
        Assert.Equal(
            (PlayEnd.Timeout, PlayVerdict.Unsupported),
            (trace.End, PlayJudge.Of(trace, new Expectation(null, 0, PlayEnd.Victory)))
        );
    }

    [Fact]
    public void Whatever_the_world_two_runs_have_one_trace_and_an_end() =>
        Prop.ForAll(
                SomeWorlds.Actors.ToArbitrary(),
                actors =>
                {
                    var level = new Level(new LevelHead(), actors, [], null);
                    return Form(level.Play(1)) == Form(level.Play(1));
                }
            )
            .Holds();

    private static string Form(PlayTrace trace) => System.Text.Json.JsonSerializer.Serialize(trace);

    private static int Score(double seconds, string page, params KeyPress[] keys) => Score(seconds, page, keys, []);

    private static int Score(double seconds, string page, KeyPress[] keys, params string[] more) =>
        new WorldBuilder().With("BokuBot", "Kodu", [page, .. more]).Level().Play(seconds, keys).Scores.GetValueOrDefault("color.red");

    private static PlayTrace Play(double seconds, params string[] pages) =>
        new WorldBuilder().With("BokuBot", "Kodu", pages).Level().Play(seconds);

    private static Level Level(params (string Type, string Name, string Page)[] actors) =>
        actors.Aggregate(new WorldBuilder(), (world, actor) => world.With(actor.Type, actor.Name, actor.Page)).Level();
}

/// <summary>From a builder to a run.</summary>
internal static class Playing
{
    extension(WorldBuilder builder)
    {
        public Level Level() => WorldReader.Read(builder.Zip()).World!.First;
    }

    extension(Level level)
    {
        public PlayTrace Play(double seconds, params KeyPress[] keys) => Game.Run(level, new Script(keys, seconds));
    }
}
