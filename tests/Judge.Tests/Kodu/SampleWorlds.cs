using Judge.Kodu.Model;

namespace Judge.Tests.Kodu;

/// <summary>Worlds of our own, made for tests: each shows one thing.</summary>
internal static class SampleWorlds
{
    /// <summary>Two traffic lights that take turns, cars on roads, houses and trees, four kinds of ground.</summary>
    public static WorldBuilder City() =>
        new WorldBuilder
        {
            Name = "Thành phố thông minh",
            Materials = [3, 9, 12, 20],
            BeforeStart = "World Description",
        }
            .With("Light", "Đèn 1", Light("green", "red"))
            .With("Light", "Đèn 2", Light("red", "green"))
            .With(
                "FastBot",
                "Xe 1",
                """
                WHEN [see] [light] [green] [close by] DO [move] [on path] [red path]
                WHEN [see] [light] [red] [not] DO [move] [on path] [red path]
                """
            )
            .With("Hut", "Nhà 1")
            .With("Yucca1", "Cây 1")
            .With(new Way("Red", "HiWayGen", [new(0, 0, 0), new(10, 0, 0), new(10, 10, 0)], [new(0, 1, 3), new(1, 2, 3)]))
            .Set("description", "Đèn đỏ thì dừng, đèn xanh thì đi.");

    /// <summary>Kodu eats apples, each is a point, and five points win; a minute ends the game.</summary>
    public static WorldBuilder Apples()
    {
        var builder = new WorldBuilder { Name = "Hái táo" }
            .With(
                "BokuBot",
                "Kodu 1",
                """
                WHEN [see] [apple] DO [move] [toward]
                WHEN [bumped] [apple] DO [eat]
                  WHEN DO [score] [red score] [1 point]
                WHEN [keyboard] [arrows] DO [move] [quickly]
                """
            )
            .With("Yucca1", "Cây 1", "WHEN [scored] [red score] [≥] [5 points] DO [win]\nWHEN [timer] [60 seconds] DO [end]");
        return Enumerable.Range(1, 6).Aggregate(builder, (world, i) => world.With("Fruit", $"Táo {i}"));
    }

    /// <summary>Two pages, five seconds each.</summary>
    private static string[] Light(string first, string second) =>
        [
            $"WHEN DO [color] [{first}]\nWHEN [timer] [5 seconds] DO [switch] [page 2]",
            $"WHEN DO [color] [{second}]\nWHEN [timer] [5 seconds] DO [switch] [page 1]",
        ];
}
