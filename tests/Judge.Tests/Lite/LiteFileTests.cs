using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Judge.Lite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Support;

namespace Judge.Tests.Lite;

public sealed class LiteFileTests : IDisposable
{
    private const string Kind = "words";
    private const int Documents = 60;

    private readonly string _folder = Directory.CreateTempSubdirectory("contest-lite-").FullName;
    private readonly FakeTimeProvider _clock = TestClock.New();

    private string Path => System.IO.Path.Combine(_folder, "live.db");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_was_written_is_there_again()
    {
        await using (var file = Open())
        {
            await FillAsync(file, Documents);
        }

        await using var again = Open();
        Assert.Equal(Documents, (await again.ListAsync(Kind, Ct)).Count);
        Assert.Empty(MovedAside.Beside(Path));
    }

    [Fact]
    public async Task What_is_new_is_forced_to_the_disk_within_two_seconds()
    {
        await using var file = Open();
        await FillAsync(file, Documents);
        var before = new FileInfo(Path).Length;
        _clock.Advance(TimeSpan.FromSeconds(2));
        await file.ListAsync(Kind, Ct); // waits for its turn behind the checkpoint
        Assert.True(new FileInfo(Path).Length > before);
    }

    [Fact]
    public async Task A_file_that_another_program_holds_is_left_as_it_is()
    {
        await using var file = Open();
        await FillAsync(file, 1);
        await using var second = Open();
        await Assert.ThrowsAsync<IOException>(() => second.ListAsync(Kind, Ct));
        Assert.Empty(MovedAside.Beside(Path));
        Assert.Single(await file.ListAsync(Kind, Ct));
    }

    [Fact]
    public void However_a_file_is_damaged_nothing_false_is_read_from_it_and_it_takes_writes() =>
        Prop.ForAll(Damages().ToArbitrary(), damage => SurvivesAsync(damage).GetAwaiter().GetResult()).Holds(60);

    private async Task SurvivesAsync(Damage damage)
    {
        foreach (var old in Directory.EnumerateFiles(_folder))
        {
            File.Delete(old);
        }

        await using (var file = Open())
        {
            await FillAsync(file, Documents);
            for (var i = 0; i < Documents / 3; i++)
            {
                await file.ChangeAsync(Kind, Key(i), _ => null, Ct);
            }
        }

        await File.WriteAllBytesAsync(Path, damage.Apply(await File.ReadAllBytesAsync(Path, Ct)), Ct);
        await using var again = Open();
        var left = await again.ListAsync(Kind, Ct);
        Assert.All(left, one => Assert.Equal(Text(int.Parse(one.Key[4..], CultureInfo.InvariantCulture)), one.Value));
        Assert.True(damage.Kept == 1 || MovedAside.Beside(Path).Count == 1);
        await FillAsync(again, 2 * Documents);
        Assert.Equal(2 * Documents, (await again.ListAsync(Kind, Ct)).Count);
    }

    private LiteFile Open() => new(Path, _clock, NullLogger<LiteFile>.Instance);

    private static async Task FillAsync(LiteFile file, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await file.ChangeAsync(Kind, Key(i), _ => Text(i), Ct);
        }
    }

    private static string Key(int i) => FormattableString.Invariant($"key/{i}");

    private static byte[] Text(int i) => [.. Enumerable.Repeat((byte)i, 100 * (i % 7))];

    private static Gen<Damage> Damages() =>
        Gen.OneOf(
            Gen.Constant(new Damage([], 0)),
            from keep in Gen.Choose(0, 999)
            select new Damage([], keep / 1000.0),
            from hits in (from at in Gen.Choose(0, int.MaxValue) from value in Gen.Choose(0, 255) select (at, value)).NonEmptyListOf()
            select new Damage([.. hits.Take(40)], 1)
        );

    /// <param name="Hits">Where (modulo the length) bytes are put, and which.</param>
    /// <param name="Kept">Share of the file that is left.</param>
    private sealed record Damage((int At, int Value)[] Hits, double Kept)
    {
        public byte[] Apply(byte[] bytes)
        {
            foreach (var (at, value) in Hits)
            {
                bytes[at % bytes.Length] = (byte)value;
            }

            return bytes[..(int)(bytes.Length * Kept)];
        }

        public override string ToString() => FormattableString.Invariant($"{Kept} {string.Join(' ', Hits)}");
    }
}
