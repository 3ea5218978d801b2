using Judge.Problems;
using Judge.Problems.Package;

namespace Judge.Tests.Problems.Package;

public sealed class ProblemPackageTests : IDisposable
{
    private readonly PackageFolder _package = new();

    public void Dispose() => _package.Dispose();

    [Fact]
    public void A_good_package_is_read_whole()
    {
        var problem = Load();
        Assert.Equal("tong", problem.Name);
        Assert.Equal(("Tổng hai số", "A plus B"), (problem.Title("vi"), problem.Title("en")));
        Assert.Equal(
            ("Cho hai số.", "Two numbers.", "Cho hai số."),
            (problem.Statement("vi"), problem.Statement("en"), problem.Statement("fr"))
        );
        Assert.Equal((TimeSpan.FromSeconds(0.5), 64L << 20, 1L << 20), (problem.TimeLimit, problem.MemoryBytes, problem.OutputBytes));
        Assert.Null(problem.Files);
        Assert.Matches("^[0-9a-f]{64}$", problem.Version);
    }

    [Fact]
    public void Samples_come_first_and_each_part_is_in_ordinal_order()
    {
        foreach (var name in (string[])["10", "2", "B", "a"])
        {
            _package.Write($"data/secret/{name}.in", "");
            _package.Write($"data/secret/{name}.ans", "");
        }

        Assert.Equal(["1 sample", "1", "10", "2", "B", "a"], Load().Tests.Select(test => test.Name + (test.IsSample ? " sample" : "")));
    }

    [Fact]
    public void Names_the_format_does_not_admit_count_as_absent()
    {
        _package.Write("data/secret/.gitkeep", "");
        _package.Write("data/secret/-x.in", "");
        Assert.Equal(2, Load().Tests.Count);
    }

    [Fact]
    public void File_names_in_the_school_way_are_read()
    {
        _package.Write("school.yaml", "input_file: BAI1.INP\noutput_file: BAI1.OUT\n");
        Assert.Equal(new FileNames("BAI1.INP", "BAI1.OUT"), Load().Files);
    }

    [Theory]
    [InlineData("../x.inp")]
    [InlineData("/etc/passwd")]
    [InlineData(".INP")]
    [InlineData("BÀI.INP")]
    public void A_file_name_that_is_no_plain_name_is_refused(string name)
    {
        _package.Write("school.yaml", $"input_file: {name}\noutput_file: BAI1.OUT\n");
        Refused("tong/school.yaml", "no plain file name");
    }

    [Theory]
    [InlineData("limits:", "limit:", "unknown key 'limit'")]
    [InlineData("memory: 64", "memori: 64", "unknown key 'limits.memori'")]
    [InlineData("2025-09", "legacy", "the format 'legacy' cannot be read")]
    [InlineData("time_limit: 0.5", "time_resolution: 0.5", "'limits.time_limit' is missing")]
    [InlineData("time_limit: 0.5", "time_limit: 0,5", "must be a number from 0.01 to 60")]
    [InlineData("time_limit: 0.5", "time_limit: 0", "must be a number")]
    [InlineData("memory: 64", "memory: 4096", "must be a number from 1 to 2048")]
    [InlineData("license: cc0", "type: quiz", "there is no type 'quiz'")]
    [InlineData("license: cc0", "type: [interactive, submit-answer]", "cannot be interactive")]
    [InlineData("license: cc0", "type: pass-fail scoring", "either 'pass-fail' or 'scoring'")]
    [InlineData("license: cc0", "type: interactive", "the folder is missing; an interactive problem")]
    [InlineData("license: cc0", "type: multi-pass", "the folder is missing; a multi-pass problem")]
    [InlineData("license: cc0", "constants: {n: 5}", "cannot be honoured")]
    [InlineData("license: cc0", "embargo_until: 2030-01-01", "cannot be honoured")]
    [InlineData("  en: A plus B", "  fr: A plus B", "problem.fr.md")]
    [InlineData("  en: A plus B", "  ../x: A plus B", "no language code")]
    [InlineData("uuid: 0c", "UUID: 0c", "unknown key 'UUID'")]
    [InlineData("name:", "name: [", "is not valid YAML")]
    public void What_is_wrong_in_the_settings_is_told_with_its_place(string right, string wrong, string sentence)
    {
        _package.Write("problem.yaml", PackageFolder.Settings.Replace(right, wrong));
        Refused("tong/", sentence);
    }

    [Fact]
    public void A_missing_partner_is_named()
    {
        _package.Delete("data/secret/1.ans");
        Refused("tong/data/secret/1.in", "its partner 1.ans is missing");
        _package.Write("data/secret/1.ans", "");
        _package.Delete("data/secret/1.in");
        Refused("tong/data/secret/1.ans", "its partner 1.in is missing");
    }

    [Theory]
    [InlineData("data/secret/1.exe", "take this file out")]
    [InlineData("data/sample/group1/test_group.yaml", "stands directly in a folder of data/secret")]
    [InlineData("static_validator/check.py", "static validators")]
    [InlineData("output_validator/run", "build or run script")]
    public void What_cannot_be_honoured_is_refused(string file, string sentence)
    {
        _package.Write(file, "");
        Refused("tong/", sentence);
    }

    [Fact]
    public void A_link_out_of_the_package_is_refused()
    {
        File.CreateSymbolicLink(Path.Combine(_package.Path, "data/secret/2.in"), "/etc/hostname");
        _package.Write("data/secret/2.ans", "");
        Refused("tong/data/secret/2.in", "links among the tests are not supported");
    }

    [Fact]
    public void A_problem_without_secret_tests_is_refused()
    {
        _package.Delete("data/secret/1.in");
        _package.Delete("data/secret/1.ans");
        Refused("tong/data/secret", "there is no test");
    }

    [Fact]
    public void A_folder_without_settings_is_refused()
    {
        _package.Delete("problem.yaml");
        Refused("tong/problem.yaml", "the file is missing");
    }

    [Fact]
    public void The_version_changes_with_tests_and_limits_and_with_nothing_else()
    {
        var version = Load().Version;

        _package.Write("statement/problem.vi.md", "Cho ba số.");
        Assert.Equal(version, Load().Version);
        _package.Write("data/secret/1.ans", "12");
        var other = Load().Version;
        Assert.NotEqual(version, other);
        _package.Write("problem.yaml", PackageFolder.Settings.Replace("memory: 64", "memory: 65"));
        Assert.NotEqual(other, Load().Version);
        _package.Write("data/secret/1.ans", "11");
        _package.Write("problem.yaml", PackageFolder.Settings);
        Assert.Equal(version, Load().Version);
        _package.Write("school.yaml", "input_file: BAI1.INP\noutput_file: BAI1.OUT\n");
        Assert.NotEqual(version, Load().Version);
    }

    private Problem Load() => ProblemPackage.Load(_package.Path);

    private void Refused(string file, string sentence)
    {
        var refusal = Assert.Throws<PackageException>(Load);
        Assert.StartsWith(file, refusal.File);
        Assert.Contains(sentence, refusal.Message);
    }
}
