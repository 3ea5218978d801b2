using Judge.Formats;
using Judge.Formats.Draft;

namespace Judge.Tests.Formats.Draft;

public sealed class PackageWriterTests : IDisposable
{
    private readonly ImportFolder _folder = new();

    public PackageWriterTests() => _folder.Write("a.txt", "1\r\n2\r\n").Write("b.txt", "3");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_draft_becomes_a_package_that_the_judge_reads()
    {
        var report = Run(Good);
        Assert.True(report.IsGood, string.Join('\n', report.Packages[0].Lines));
        var problem = _folder.Load("baitap1");
        Assert.Equal(("Bài tập 1", "1\n2\n"), (problem.Title("vi"), File.ReadAllText(problem.Tests[0].InputPath)));
        Assert.Contains("Default", report.Packages[0].Lines.Select(line => line.Kind.ToString()));
        Assert.Equal(["baitap1"], Packages());
    }

    [Theory]
    [InlineData("statement/a", "statement/a/b.png", "comes twice")]
    [InlineData("statement/a/b.png", "statement/a", "comes twice")]
    [InlineData(
        "statement/a",
        "statement/ễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễễ.yaml",
        "too long"
    )]
    public void Files_that_no_disk_can_hold_refuse_the_problem(string first, string second, string said)
    {
        var report = Run(draft =>
        {
            Good(draft);
            draft.Add(first, "");
            draft.Add(second, "");
        });
        Assert.Contains(said, ImportFolder.Lines(report, ImportLineKind.Error));
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("a: b # c")]
    [InlineData("\"quoted\" 'twice' \\ {x} [y]")]
    [InlineData("- *anchor &x !tag %d @at `tick`")]
    [InlineData("line\nname: evil\n")]
    [InlineData("1e3")]
    [InlineData("Đường đi 🚌")]
    public void No_title_can_break_out_of_its_place(string title)
    {
        Assert.True(
            Run(draft =>
            {
                Good(draft);
                draft.Title("vi", title);
            }).IsGood
        );
        Assert.Equal(
            string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            _folder.Load("baitap1").Title("vi")
        );
    }

    [Fact]
    public void A_trial_stores_nothing()
    {
        var report = Run(Good, request => request with { DryRun = true });
        Assert.Equal(ImportOutcome.Sound, report.Packages[0].Outcome);
        Assert.Empty(Packages());
    }

    [Fact]
    public void A_package_that_is_there_stays_unless_replacing_is_allowed()
    {
        Run(Good);
        var again = Run(draft =>
        {
            Good(draft);
            draft.Title("vi", "Mới");
        });
        Assert.Equal(ImportOutcome.Refused, again.Packages[0].Outcome);
        Assert.Equal("Bài tập 1", _folder.Load("baitap1").Title("vi"));

        var replaced = Run(
            draft =>
            {
                Good(draft);
                draft.Title("vi", "Mới");
            },
            request => request with { Replace = true }
        );
        Assert.Equal(ImportOutcome.Replaced, replaced.Packages[0].Outcome);
        Assert.Equal("Mới", _folder.Load("baitap1").Title("vi"));
        Assert.Equal(["baitap1"], Packages());
    }

    [Fact]
    public void A_failure_while_writing_leaves_everything_as_it_was()
    {
        Run(Good);
        Assert.Throws<IOException>(() =>
            Run(
                draft =>
                {
                    Good(draft);
                    File.Delete(Path.Combine(_folder.Source, "b.txt"));
                    Directory.CreateDirectory(Path.Combine(_folder.Source, "b.txt"));
                    throw new IOException("The disk is full.");
                },
                request => request with { Replace = true }
            )
        );
        Assert.Equal("Bài tập 1", _folder.Load("baitap1").Title("vi"));
        Assert.Equal(["baitap1"], Packages());
    }

    [Fact]
    public void A_package_set_aside_by_an_import_that_was_killed_comes_back()
    {
        Run(Good);
        var aside = Path.Combine(_folder.Into, ".import", "old", "baitap1");
        Directory.CreateDirectory(Path.GetDirectoryName(aside)!);
        Directory.Move(Path.Combine(_folder.Into, "baitap1"), aside);

        Run(Good, request => request with { Name = "khac" });
        Assert.Equal(["baitap1", "khac"], Packages());
        Assert.Equal("Bài tập 1", _folder.Load("baitap1").Title("vi"));
    }

    [Fact]
    public void A_package_already_replaced_by_an_import_that_was_killed_stays_new()
    {
        Run(Good);
        _folder.Write("../problems/.import/old/baitap1/problem.yaml", "old");
        Run(Good, request => request with { Name = "khac" });
        Assert.Equal("Bài tập 1", _folder.Load("baitap1").Title("vi"));
    }

    [Fact]
    public void Two_imports_at_once_into_one_folder_do_not_mix()
    {
        using var other = new PackageWriter(_folder.Into);
        Assert.Contains("Another import", ImportFolder.Lines(Run(Good), ImportLineKind.Error));
    }

    [Fact]
    public void One_bad_problem_does_not_keep_the_others_out()
    {
        var report = Importers.Run(
            new ImportRequest(_folder.Source, _folder.Into),
            [
                Of(
                    new ImportItem("Tốt", Good),
                    new ImportItem(
                        "Xấu",
                        draft =>
                        {
                            Good(draft);
                            draft.Error("import.polygon.noTests");
                        }
                    ),
                    new ImportItem("tot", Good)
                ),
            ],
            ImportLimits.Usual,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(
            [ImportOutcome.Stored, ImportOutcome.Refused, ImportOutcome.Stored],
            report.Packages.Select(package => package.Outcome)
        );
        Assert.Equal(["tot", "tot2"], Packages());
        Assert.False(report.IsGood);
    }

    [Fact]
    public void A_source_that_breaks_off_stores_nothing()
    {
        var report = Importers.Run(
            new ImportRequest(_folder.Source, _folder.Into),
            [Of(Broken())],
            ImportLimits.Usual,
            TestContext.Current.CancellationToken
        );
        Assert.StartsWith("The zip is damaged", ImportFolder.Lines(report, ImportLineKind.Error));
        Assert.Empty(Packages());

        static IEnumerable<ImportItem> Broken()
        {
            yield return new ImportItem("Tốt", Good);
            throw new ImportException("import.archive.damaged");
        }
    }

    private static Importer Of(params IEnumerable<ImportItem> items) =>
        new("some", false, _ => true, (tree, _) => items.Select(item => item with { Fill = draft => Filled(item, draft, tree) }));

    private static void Filled(ImportItem item, PackageDraft draft, ImportTree tree)
    {
        draft.AddTest("1", tree.Find("a.txt")!, tree.Find("b.txt")!);
        item.Fill(draft);
    }

    private static void Good(PackageDraft draft) => draft.Limits(1, 256);

    private ImportReport Run(Action<PackageDraft> fill, Func<ImportRequest, ImportRequest>? change = null)
    {
        var request = new ImportRequest(_folder.Source, _folder.Into);
        return Importers.Run(
            change is null ? request : change(request),
            [Of(new ImportItem("Bài tập 1", fill))],
            ImportLimits.Usual,
            TestContext.Current.CancellationToken
        );
    }

    private IEnumerable<string> Packages() => Directory.GetDirectories(_folder.Into).Select(path => Path.GetFileName(path)!).Order();
}
