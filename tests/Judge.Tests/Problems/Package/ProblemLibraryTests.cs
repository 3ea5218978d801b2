using Judge.Problems.Package;

namespace Judge.Tests.Problems.Package;

public sealed class ProblemLibraryTests : IDisposable
{
    private readonly PackageFolder _package = new();
    private readonly TurnedClock _clock = new();
    private readonly ProblemLibrary _library;

    public ProblemLibraryTests() => _library = new ProblemLibrary([_package.Parent], _clock);

    public void Dispose() => _package.Dispose();

    [Fact]
    public void Packages_are_found_by_name() => Assert.Equal("tong", _library.Find("tong")!.Name);

    [Theory]
    [InlineData("hieu")]
    [InlineData("")]
    [InlineData("TONG")]
    [InlineData("../tong")]
    [InlineData("tong/../tong")]
    [InlineData("/etc")]
    [InlineData("tong\n")]
    public void What_is_no_package_is_not_found(string name) => Assert.Null(_library.Find(name));

    [Fact]
    public void Only_packages_are_listed()
    {
        Directory.CreateDirectory(Path.Combine(_package.Parent, "empty"));
        Directory.CreateDirectory(Path.Combine(_package.Parent, ".git"));
        Assert.Equal(["tong"], _library.Names());
    }

    [Fact]
    public void An_unchanged_package_is_read_once()
    {
        var first = _library.Find("tong");
        _clock.Turn(TimeSpan.FromSeconds(5));
        Assert.Same(first, _library.Find("tong"));
    }

    [Fact]
    public void A_changed_package_is_read_again_a_second_later()
    {
        var first = _library.Find("tong")!;
        _package.Write("data/secret/1.ans", "11 changed");

        _clock.Turn(TimeSpan.FromSeconds(0.9));
        Assert.Same(first, _library.Find("tong"));
        _clock.Turn(TimeSpan.FromSeconds(0.2));
        Assert.NotEqual(first.Version, _library.Find("tong")!.Version);
    }

    [Fact]
    public void A_package_taken_away_is_gone()
    {
        Assert.NotNull(_library.Find("tong"));
        _package.Delete("problem.yaml");
        _clock.Turn(TimeSpan.FromSeconds(2));
        Assert.Null(_library.Find("tong"));
    }

    [Fact]
    public void A_folder_that_is_not_there_holds_nothing() => Assert.Empty(new ProblemLibrary(["/nowhere"], _clock).Names());

    private sealed class TurnedClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Turn(TimeSpan by) => _ticks += by.Ticks;
    }

    [Fact]
    public void Of_two_packages_with_one_name_the_one_in_the_earlier_folder_counts()
    {
        using var other = new PackageFolder();
        other.Write("problem.yaml", PackageFolder.Settings.Replace("Tổng hai số", "Bản khác"));
        var library = new ProblemLibrary([_package.Parent, other.Parent], _clock);
        Assert.Equal(["tong"], library.Names());
        Assert.Equal("Tổng hai số", library.Find("tong")!.Title("vi"));
        _package.Delete("problem.yaml");
        _clock.Turn(TimeSpan.FromSeconds(2));
        Assert.Equal("Bản khác", library.Find("tong")!.Title("vi"));
    }
}
