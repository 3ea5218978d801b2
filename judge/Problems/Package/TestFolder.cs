using System.Text.RegularExpressions;

namespace Judge.Problems.Package;

/// <summary>Finds the tests of <c>data/sample</c> and <c>data/secret</c>, with what their settings say.</summary>
internal sealed partial class TestFolder
{
    public const string GroupSettings = "test_group.yaml";

    private const string Input = ".in";
    private const string Answer = ".ans";
    private const string Files = ".files";

    /// <summary>What the format allows beside a test: hints and pictures, which do not decide anything.</summary>
    private static readonly string[] Beside =
    [
        ".yaml",
        ".hint",
        ".desc",
        ".png",
        ".jpg",
        ".jpeg",
        ".svg",
        ".out",
        ".interaction",
        ".statement",
        ".download",
    ];

    private readonly string _package;
    private readonly string _part;
    private readonly string _root;
    private readonly bool _isSample;
    private readonly SortedDictionary<string, Test> _tests = new(StringComparer.Ordinal);

    private TestFolder(string folder, string package, bool isSample)
    {
        (_package, _isSample, _part) = (package, isSample, isSample ? "data/sample" : "data/secret");
        _root = Path.GetFullPath(Path.Combine(folder, _part));
    }

    /// <summary>
    /// Tests in ordinal order of their names, so that 10 comes before 2, as the format has it; of groups their names are set only.
    /// </summary>
    /// <exception cref="PackageException">A partner file is missing, or there is something that cannot be honoured.</exception>
    public static IReadOnlyList<Test> Read(string folder, string package, bool isSample)
    {
        var reading = new TestFolder(folder, package, isSample);
        if (!Directory.Exists(reading._root))
        {
            return isSample
                ? []
                : throw new PackageException($"{package}/{reading._part}", "the folder is missing; every problem needs secret tests.");
        }

        reading.Read("", group: isSample ? "sample" : "", TestSettings.Default(isSample));
        return reading._tests.Count > 0 || isSample
            ? [.. reading._tests.Values]
            : throw new PackageException($"{package}/{reading._part}", "there is no test.");
    }

    /// <summary>Settings of a group; null: there is no such file.</summary>
    public static YamlMap? Settings(string folder, string package, string part) =>
        Path.Combine(folder, part, GroupSettings) is var file && File.Exists(file)
            ? YamlMap.Read(file, $"{package}/{part}/{GroupSettings}")
            : null;

    private void Read(string below, string group, TestSettings above)
    {
        var settings = Settings(_root, $"{_package}/{_part}", below) is { } yaml ? above.Over(yaml, isGroup: true) : above;
        foreach (
            var entry in new DirectoryInfo(Path.Combine(_root, below))
                .EnumerateFileSystemInfos()
                .Where(entry => NamePattern().IsMatch(entry.Name))
        )
        {
            var file = $"{_package}/{_part}/{below}{entry.Name}";
            if (entry.LinkTarget is not null)
            {
                throw new PackageException(file, "links among the tests are not supported.");
            }

            if (entry is DirectoryInfo folder)
            {
                ReadFolder(folder, below, file, group, settings);
            }
            else if (entry.Name != GroupSettings)
            {
                ReadFile(entry, below, file, group, settings);
            }
        }
    }

    private void ReadFolder(DirectoryInfo folder, string below, string file, string group, TestSettings settings)
    {
        if (folder.Extension == Files)
        {
            return;
        }

        var isGroup = File.Exists(Path.Combine(folder.FullName, GroupSettings));
        if (isGroup && (_isSample || below.Length > 0))
        {
            throw new PackageException(
                file,
                "test_group.yaml stands directly in a folder of data/secret; name groups in groups under 'groups' of school.yaml."
            );
        }

        Read($"{below}{folder.Name}/", isGroup ? folder.Name : group, settings);
    }

    private void ReadFile(FileSystemInfo entry, string below, string file, string group, TestSettings settings)
    {
        if (entry.Extension is not (Input or Answer))
        {
            if (!Beside.Contains(entry.Extension))
            {
                throw new PackageException(file, $"tests are pairs of {Input} and {Answer}; take this file out.");
            }

            return;
        }

        var name = Path.GetFileNameWithoutExtension(entry.Name);
        var full = below + name;
        var own = Existing(below, name + ".yaml") is { } path
            ? settings.Over(YamlMap.Read(path, $"{_package}/{_part}/{full}.yaml"), isGroup: false)
            : settings;
        var test = new Test(full, _isSample, Partner(below, file, name, Input), Partner(below, file, name, Answer))
        {
            Group = group,
            FilesFolder = Path.Combine(_root, below, name + Files) is var extra && Directory.Exists(extra) ? extra : null,
            ShownInputPath = Existing(below, name + ".in.statement"),
            ShownAnswerPath = Existing(below, name + ".ans.statement") ?? Existing(below, name + ".out"),
        };
        _tests[full] = own.ApplyTo(test);
    }

    private string? Existing(string below, string name) => Path.Combine(_root, below, name) is var path && File.Exists(path) ? path : null;

    private string Partner(string below, string file, string name, string extension) =>
        Existing(below, name + extension) ?? throw new PackageException(file, $"its partner {name}{extension} is missing.");

    /// <summary>Names the format admits; all others count as absent.</summary>
    [GeneratedRegex(@"\A[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,254}\z")]
    private static partial Regex NamePattern();
}
