using Judge.Problems.Package;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Support;

namespace Judge.Tests.Problems.Package;

public sealed class ProblemLibraryTests : IDisposable
{
    private readonly PackageFolder _package = new();
    private readonly FakeTimeProvider _clock = TestClock.New();
    private readonly ProblemLibrary _library;

    public ProblemLibraryTests() => _library = new ProblemLibrary([_package.Parent], _clock, NullLogger<ProblemLibrary>.Instance);

    public void Dispose() => _package.Dispose();

    [Fact]
    public void Packages_are_found_by_name() => Assert.Equal("tong", _library.Look("tong")!.Problem!.Name);

    [Theory]
    [InlineData("hieu")]
    [InlineData("")]
    [InlineData("TONG")]
    [InlineData("../tong")]
    [InlineData("tong/../tong")]
    [InlineData("/etc")]
    [InlineData("tong\n")]
    public void What_is_no_package_is_not_found(string name) => Assert.Null(_library.Look(name));

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
        var first = _library.Look("tong")?.Problem;
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Same(first, _library.Look("tong")?.Problem);
    }

    [Fact]
    public void A_changed_package_is_read_again_a_second_later()
    {
        var first = _library.Look("tong")!.Problem!;
        _package.Write("data/secret/1.ans", "11 changed");

        _clock.Advance(TimeSpan.FromSeconds(0.9));
        Assert.Same(first, _library.Look("tong")?.Problem);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        Assert.NotEqual(first.Version, _library.Look("tong")!.Problem!.Version);
    }

    [Fact]
    public void A_package_taken_away_is_gone()
    {
        Assert.NotNull(_library.Look("tong"));
        _package.Delete("problem.yaml");
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(_library.Look("tong"));
    }

    [Fact]
    public void A_package_that_is_wrong_is_there_with_its_trouble_until_it_is_mended()
    {
        _package.Write("problem.yaml", "name: [");
        var wrong = _library.Look("tong")!;
        Assert.Null(wrong.Problem);
        Assert.Contains("problem.yaml", wrong.Trouble!.Message);
        Assert.Same(wrong, _library.Look("tong"));

        _package.Write("problem.yaml", PackageFolder.Settings);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal((true, null), (_library.Look("tong")!.Problem is not null, _library.Look("tong")!.Trouble));
    }

    [Fact]
    public void A_folder_that_is_not_there_holds_nothing() =>
        Assert.Empty(new ProblemLibrary(["/nowhere"], _clock, NullLogger<ProblemLibrary>.Instance).Names());

    [Fact]
    public void Of_two_packages_with_one_name_the_one_in_the_earlier_folder_counts()
    {
        using var other = new PackageFolder();
        other.Write("problem.yaml", PackageFolder.Settings.Replace("Tổng hai số", "Bản khác"));
        var library = new ProblemLibrary([_package.Parent, other.Parent], _clock, NullLogger<ProblemLibrary>.Instance);
        Assert.Equal(["tong"], library.Names());
        Assert.Equal("Tổng hai số", library.Look("tong")!.Problem!.Title("vi"));
        _package.Delete("problem.yaml");
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("Bản khác", library.Look("tong")!.Problem!.Title("vi"));
    }
}
