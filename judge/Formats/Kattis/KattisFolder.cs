using Judge.Formats.Draft;
using Judge.Problems;

namespace Judge.Formats.Kattis;

/// <summary>A test of a package in an older format.</summary>
/// <param name="Name">Path below <c>data/sample</c> or <c>data/secret</c>, without ending.</param>
internal sealed record KattisTest(string Name, ImportFile Input, ImportFile Answer);

/// <summary>A folder of tests as "legacy" has them: any depth, settings inherited.</summary>
/// <param name="Path">Such as <c>data/secret/group1</c>.</param>
/// <param name="Grading">With what it inherits.</param>
/// <param name="Own">Without: DOMjudge inherits nothing.</param>
/// <param name="OwnMost">Upper end of the range that this folder itself gives; null: it gives none.</param>
/// <param name="OwnAccept">"accept_score" that this folder itself gives; null: it gives none.</param>
/// <param name="Grades">Whether the folder itself says anything of points.</param>
internal sealed record KattisFolder(
    string Path,
    LegacyGrading Grading,
    LegacyGrading Own,
    decimal? OwnMost,
    decimal? OwnAccept,
    bool Grades,
    IReadOnlyList<KattisFolder> Folders,
    IReadOnlyList<KattisTest> Tests
)
{
    private const string Settings = "testdata.yaml";

    private static readonly string[] Taken = [".in", ".ans", ".hint", ".desc", ".png", ".jpg", ".jpeg", ".svg", ".interaction"];

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>All tests, those of folders in it too, in the order they are judged.</summary>
    public IEnumerable<KattisTest> All => Tests.Concat(Folders.SelectMany(folder => folder.All));

    /// <summary>The folder and those in it.</summary>
    public IEnumerable<KattisFolder> Whole => Folders.SelectMany(folder => folder.Whole).Prepend(this);

    /// <summary>The groups of tests in it, or itself.</summary>
    public IEnumerable<KattisFolder> Leaves => IsLeaf ? [this] : Folders.SelectMany(folder => folder.Leaves);

    /// <summary>
    /// Whether its points are those of its tests. Folders in a group that say nothing of points only part its tests; those directly in
    /// <c>data/secret</c> are groups.
    /// </summary>
    public bool IsLeaf =>
        Folders.Count == 0
        || (
            Path.Count(c => c == '/') > 1
            && !Folders.SelectMany(folder => folder.Whole).Any(folder => folder.Grades || folder.Grading.Score == Aggregation.Average)
        );

    /// <param name="folder">Such as <c>data</c>.</param>
    /// <param name="above">What is inherited.</param>
    /// <exception cref="ImportException">A test lacks a partner.</exception>
    public static KattisFolder Read(KattisSource source, string folder, LegacyGrading above)
    {
        var yaml = ImportKattis.Read(source.Tree, $"{folder}/{Settings}");
        var own = yaml is null ? above : above.Over(yaml);
        List<ImportFile> files = [.. source.Tree.In(folder).Where(file => ImportKattis.IsAdmitted(file.Path) && file.Name != Settings)];
        foreach (var file in files.Where(file => folder != "data" && !Taken.Contains(file.Extension)))
        {
            source.Draft.LeftOut("import.kattis.noTest", file.Path);
        }

        var folders = source
            .Tree.Folders(folder)
            .Where(name => ImportKattis.IsAdmitted(name) && (folder != "data" || name is "sample" or "secret"))
            .Order(StringComparer.Ordinal)
            .Select(name => Read(source, $"{folder}/{name}", own));
        return new KattisFolder(
            folder,
            own,
            yaml is null ? new LegacyGrading() : new LegacyGrading().Over(yaml),
            yaml is not null && yaml.Has("range") ? own.Most : null,
            yaml is not null && yaml.Has("accept_score") ? own.AcceptScore : null,
            yaml is not null && yaml.Keys.Any(key => key is "grading" or "grader_flags" or "accept_score" or "range"),
            [.. folders.Where(one => one.All.Any() || one.Path.Count(c => c == '/') == 1)],
            Pairs(source, folder, files)
        );
    }

    private static IReadOnlyList<KattisTest> Pairs(KattisSource source, string folder, List<ImportFile> files)
    {
        if (folder == "data")
        {
            return [];
        }

        var tests = new List<KattisTest>();
        foreach (
            var stem in files
                .Where(file => file.Extension is ".in" or ".ans")
                .Select(file => file.Stem)
                .Distinct()
                .Order(StringComparer.Ordinal)
        )
        {
            var path = $"{folder}/{stem}";
            var (input, answer) = (source.Tree.Find(path + ".in"), source.Tree.Find(path + ".ans"));
            if (input is null || answer is null)
            {
                throw new ImportException("import.kattis.noPartner", ImportNames.Shown(path), input is null ? ".in" : ".ans");
            }

            tests.Add(new KattisTest(string.Join('/', path.Split('/').Skip(2)), input, answer));
        }

        return tests;
    }
}
