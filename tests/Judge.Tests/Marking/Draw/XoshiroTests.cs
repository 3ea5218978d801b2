using Judge.Marking.Draw;

namespace Judge.Tests.Marking.Draw;

public sealed class XoshiroTests
{
    /// <summary>The published sequence from the state 1, 2, 3, 4.</summary>
    [Fact]
    public void The_generator_gives_its_published_numbers()
    {
        byte[] state = [1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0];
        var generator = new Xoshiro(state);
        Assert.Equal(
            [11520UL, 0, 1509978240, 1215971899390074240, 1216172134540287360, 607988272756665600, 16172922978634559625],
            Enumerable.Range(0, 7).Select(_ => generator.Next())
        );
    }

    /// <summary>Written down once: published draws must come out the same in every later version.</summary>
    [Fact]
    public void A_seed_draws_the_same_for_ever()
    {
        var generator = new Xoshiro("Hội thi 2026");
        int[] order = [.. Enumerable.Range(0, 10)];
        generator.Shuffle(order);
        Assert.Equal("9 3 2 6 5 4 1 7 0 8", string.Join(' ', order));
    }

    [Fact]
    public void The_hash_tells_of_a_seed_before_it_is_known_and_not_the_state()
    {
        Assert.Equal(64, Xoshiro.HashOf("a").Length);
        Assert.NotEqual(Xoshiro.HashOf("a"), Xoshiro.HashOf("b"));
        Assert.NotEqual("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb", Xoshiro.HashOf("a"));
    }

    [Fact]
    public void Each_number_below_a_bound_is_equally_likely()
    {
        var generator = new Xoshiro("bound");
        var counts = Enumerable.Range(0, 70_000).Select(_ => generator.Next(7)).CountBy(number => number).ToDictionary();
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], counts.Keys.Order());
        Assert.All(counts.Values, count => Assert.InRange(count, 9_600, 10_400));
    }

    [Fact]
    public void Normal_numbers_have_mean_0_and_deviation_1()
    {
        var generator = new Xoshiro("normal");
        var numbers = Enumerable.Range(0, 50_000).Select(_ => generator.NextNormal()).ToList();
        Assert.InRange(numbers.Average(), -0.02, 0.02);
        Assert.InRange(numbers.Average(number => number * number), 0.97, 1.03);
    }
}
