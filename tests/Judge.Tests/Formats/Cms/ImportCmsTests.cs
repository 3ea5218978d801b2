using Judge.Formats.Draft;
using Judge.Problems;

namespace Judge.Tests.Formats.Cms;

public sealed class ImportCmsTests
{
    [Fact]
    public void A_task_is_read_whole()
    {
        using var task = Task(
            "name: somma\ntitle: La somma\ntime_limit: 1.5\nmemory_limit: 64\ninfile: ''\noutfile: ''\ntoken_mode: "
                + "disabled\npublic_testcases: all\n"
        );
        var (problem, report) = Import(task);
        Assert.Equal("cms", report.Format);
        Assert.Equal(("somma", "La somma", (FileNames?)null), (problem.Name, problem.Title("it"), problem.Files));
        Assert.Equal((TimeSpan.FromSeconds(1.5), 64L << 20, 100m), (problem.TimeLimit, problem.MemoryBytes, problem.FullScore));
        Assert.Equal(["000", "001", "002", "003"], problem.Tests.Select(test => test.Name));
        Assert.All(problem.Tests, test => Assert.Equal(25, test.Mark));
        Assert.Equal(BuiltInChecker.ThemisC2, Assert.IsType<Checker.BuiltIn>(problem.Checker).Kind);
        Assert.NotNull(problem.StatementPdf("it"));
        Assert.Contains("token_mode", ImportFolder.Lines(report, ImportLineKind.LeftOut));
    }

    [Fact]
    public void The_old_Italian_keys_are_read()
    {
        using var task = Task(
            "nome_breve: somma\nnome: La somma\ntimeout: 2\nmemlimit: 32\nrisultati: '0,1'\nn_input: 4\ninfile: input.txt\n"
        );
        var problem = Import(task).Problem;
        Assert.Equal((TimeSpan.FromSeconds(2), 32L << 20), (problem.TimeLimit, problem.MemoryBytes));
        Assert.Equal(new FileNames("input.txt", "output.txt"), problem.Files);
    }

    [Fact]
    public void Subtasks_of_a_GEN_are_groups()
    {
        using var task = Task("name: somma\n")
            .Write("gen/GEN", "# a comment\n# ST: 0\n#COPY: sample.txt\n# ST: 30\n1 2 3\n\n# ST: 70\n4 5 # big\n6\n");
        var problem = Import(task).Problem;
        Assert.Equal(
            [("sample", 0m, 1), ("st01", 30m, 1), ("st02", 70m, 2)],
            problem.Groups.Select(group => (group.Name, group.Max, group.Tests.Count))
        );
        Assert.Equal(Aggregation.PassFail, problem.Groups[1].Aggregation);
        Assert.Equal("in 3", File.ReadAllText(problem.Tests[^1].InputPath));
    }

    [Theory]
    [InlineData("# ST: 30\n1\n2\n3\n4\n", "must have 100")]
    [InlineData("1\n# ST: 100\n2\n3\n4\n", "tests before the first one")]
    [InlineData("# ST: much\n1\n", "not written well")]
    [InlineData("# ST: 1e30\n1\n", "not written well")]
    [InlineData("# ST: 100\n1\n2\n", "has 2 tests, but input/ has 4")]
    public void A_wrong_GEN_is_refused(string gen, string sentence)
    {
        using var task = Task("name: somma\n").Write("gen/GEN", gen);
        Assert.Contains(sentence, Refused(task));
    }

    [Theory]
    [InlineData("GroupMin", Aggregation.Min)]
    [InlineData("GroupMul", Aggregation.Product)]
    public void Score_types_with_a_checker_keep_their_way_to_add_up(string type, Aggregation aggregation)
    {
        using var task = Task($"name: somma\nscore_type: {type}\nscore_type_parameters: [[40, 1], [60, 3]]\n")
            .Write("check/checker.py", "")
            .Write("check/checker", [0x7F, 0x45]);
        var problem = Import(task).Problem;
        Assert.Equal([(40m, 1), (60m, 3)], problem.Groups.Select(group => (group.Max, group.Tests.Count)));
        Assert.All(problem.Groups, group => Assert.Equal(aggregation, group.Aggregation));
        Assert.Equal(CheckerContract.Cms, Assert.IsType<Checker.Program>(problem.Checker).Contract);
    }

    [Fact]
    public void Tests_that_no_group_names_are_told()
    {
        using var task = Task("name: somma\nscore_type: GroupMin\nscore_type_parameters: [[40, 1], [60, 2]]\n");
        Assert.Contains("1 tests are in no group", ImportFolder.Lines(Import(task).Report, ImportLineKind.Warning));
    }

    [Fact]
    public void Groups_by_pattern_may_share_tests()
    {
        using var task = Task("name: somma\nscore_type: GroupMin\nscore_type_parameters: [[40, '00[01]'], [60, '00.|x']]\n");
        var (problem, report) = Import(task);
        Assert.Equal([2, 4], problem.Groups.Select(group => group.Tests.Count));
        Assert.Contains("2 tests are in several groups", ImportFolder.Lines(report, ImportLineKind.Warning));
    }

    [Theory]
    [InlineData("score_type: GroupThreshold\nscore_type_parameters: [[1, 1, 5]]", "GroupThreshold")]
    [InlineData("score_type: Fancy", "no score type 'Fancy'")]
    [InlineData("score_type: GroupMin", "must be a list")]
    [InlineData("score_type: GroupMin\nscore_type_parameters: [[a, 1]]", "each group must be")]
    [InlineData("score_type: GroupMin\nscore_type_parameters: [[5, '9{3}']]", "has no tests")]
    [InlineData("score_type: GroupMin\nscore_type_parameters: [[5, '((((']]", "is wrong or takes too long")]
    [InlineData("score_type: GroupMin\nscore_type_parameters: [[5, '(a{1000}){1000}']]", "is wrong or takes too long")]
    [InlineData("score_type: GroupMin\nscore_type_parameters: [[5, '(?<=(.*)*)0']]", "is wrong or takes too long")]
    [InlineData("score_type: GroupMin\nscore_type_parameters: [[5, 9]]\nn_input: 5", "n_input says 5")]
    [InlineData("n_input: 9", "n_input says 9")]
    [InlineData("time_limit: -1", "must be a number")]
    [InlineData("infile: ../../x", "no plain file name")]
    [InlineData("name: [a]", "a plain value")]
    public void What_cannot_be_honoured_is_told(string settings, string sentence)
    {
        using var task = Task(settings + (settings.StartsWith("name", StringComparison.Ordinal) ? "\n" : "\nname: somma\n"));
        Assert.Contains(sentence, Refused(task));
    }

    [Fact]
    public void Groups_that_share_everything_are_no_way_to_fill_a_disk()
    {
        using var task = Task(
            $"name: somma\nscore_type: GroupMin\nscore_type_parameters: [{string.Join(", ", Enumerable.Repeat("[1, '.']", 300))}]\n"
        );
        Assert.Contains("more than 200 groups", Refused(task));
    }

    [Fact]
    public void Sums_may_have_points_a_test()
    {
        using var task = Task("name: somma\nscore_type: Sum\nscore_type_parameters: 2.5\n");
        Assert.Equal(10m, Import(task).Problem.FullScore);
    }

    [Fact]
    public void A_compiled_checker_asks_for_its_source()
    {
        using var task = Task("name: somma\n").Write("cor/correttore", [0x7F, 0x45, 0x4C, 0x46]);
        Assert.Contains("put its source", Refused(task));
    }

    [Fact]
    public void A_checker_that_is_a_Python_script_is_its_own_source()
    {
        using var task = Task("name: somma\n").Write("check/checker", "#!/usr/bin/env python3\nprint(1.0)\n");
        Assert.Equal("checker.py", Assert.IsType<Checker.Program>(Import(task).Problem.Checker).Source.Main);
    }

    [Theory]
    [InlineData("", true, true)]
    [InlineData("", false, false)]
    [InlineData("user_io: std_io\n", true, false)]
    [InlineData("user_io: fifo_io\n", false, true)]
    [InlineData("num_processes: 1\nuser_io: fancy\n", false, false)]
    public void A_manager_of_one_process_is_an_interactor(string settings, bool hasStub, bool hasFifos)
    {
        using var task = Task($"name: somma\n{settings}")
            .Write("check/manager", [0x7F, 0x45, 0x4C, 0x46])
            .Write("check/manager.cpp", "#include \"common.h\"\nint main() {}")
            .Write("check/common.h", "");
        if (hasStub)
        {
            task.Write("sol/stub.cpp", "int main() {}").Write("sol/somma.h", "").Write("sol/somma.cpp", "").Write("sol/stub.java", "");
        }

        var (problem, report) = Import(task);
        Assert.Equal(
            (TaskKind.Interactive, CheckerContract.Cms, "manager.cpp", hasFifos, false),
            (problem.Kind, problem.InteractorContract, problem.Interactor!.Main, problem.HasFifos, problem.ChecksTalk)
        );
        Assert.Equal(["common.h", "manager.cpp"], problem.Interactor.Files);
        Assert.Equal((100m, (FileNames?)null), (problem.FullScore, problem.Files));
        Assert.Equal(hasStub ? ["cpp"] : [], problem.Languages);
        if (hasStub)
        {
            Assert.Equal(("somma.cpp", "stub.cpp"), (problem.Mains["cpp"].Source, problem.Mains["cpp"].Main));
            Assert.Contains("stub.java left out", ImportFolder.Lines(report, ImportLineKind.Warning));
        }
    }

    [Fact]
    public void A_manager_that_is_a_Python_script_is_its_own_source()
    {
        using var task = Task("name: somma\n").Write("cor/manager", "#!/usr/bin/python3\nprint(1.0)\n");
        Assert.Equal("manager.py", Import(task).Problem.Interactor!.Main);
    }

    [Theory]
    [InlineData("", "check/manager", "put its source (manager.cpp")]
    [InlineData("num_processes: 2\n", "check/manager.cpp", "talks with 2 processes")]
    [InlineData("num_processes: much\n", "check/manager.cpp", "must be a number")]
    public void A_manager_that_cannot_be_run_is_refused_with_the_way_out(string settings, string file, string sentence)
    {
        using var task = Task($"name: somma\n{settings}").Write(file, [0x7F, 0x45, 0x4C, 0x46]);
        Assert.Contains(sentence, Refused(task));
    }

    [Fact]
    public void Graders_call_the_entrants_functions()
    {
        using var task = Task("name: somma\ninfile: ''\noutfile: ''\n")
            .Write("sol/grader.pas", "uses somma;")
            .Write("sol/sommalib.pas", "")
            .Write("sol/grader.py", "import somma")
            .Write("sol/grader.cpp", "")
            .Write("sol/grader.c", "")
            .Write("sol/somma.h", "")
            .Write("sol/grader.java", "")
            .Write("sol/somma.pas", "")
            .Write("sol/other.pas", "");
        var (problem, report) = Import(task);
        Assert.Equal(["c", "cpp", "pascal", "python"], problem.Languages);
        Assert.Equal(
            [
                ("somma.c", "grader.c", "grader.c somma.h"),
                ("somma.cpp", "grader.cpp", "grader.cpp somma.h"),
                ("somma.pas", "grader.pas", "grader.pas sommalib.pas"),
                ("somma.py", "grader.py", "grader.py"),
            ],
            problem
                .Mains.OrderBy(main => main.Key)
                .Select(main => (main.Value.Source, main.Value.Main, string.Join(' ', main.Value.Files.Select(Path.GetFileName))))
        );
        Assert.True(File.Exists(Path.Combine(problem.Folder, "submissions/accepted/somma.pas")));
        Assert.Contains("grader.java left out", ImportFolder.Lines(report, ImportLineKind.Warning));
        Assert.Contains("sol/other.pas", ImportFolder.Lines(report, ImportLineKind.LeftOut));
    }

    [Fact]
    public void A_grader_in_a_language_that_is_not_here_is_refused()
    {
        using var task = Task("name: somma\n").Write("sol/grader.java", "");
        Assert.Contains("no grader.cpp, grader.c, grader.pas or grader.py", Refused(task));
    }

    [Fact]
    public void Outputs_alone_can_be_the_task()
    {
        using var task = Task("name: somma\noutput_only: true\n");
        var problem = Import(task).Problem;
        Assert.Equal((TaskKind.OutputOnly, 100m), (problem.Kind, problem.FullScore));
    }

    [Fact]
    public void A_contest_brings_its_tasks_in_their_order()
    {
        using var contest = new ImportFolder()
            .Write("contest.yaml", "name: gara\ntasks: [zeta, alfa, lost]\nusers: [{username: a, password: b}]\n")
            .Write("zeta/task.yaml", "name: zeta\n")
            .Write("alfa.yaml", "nome_breve: alfa\n");
        foreach (var name in (string[])["zeta", "alfa"])
        {
            contest.Write($"{name}/input/input0.txt", "1").Write($"{name}/output/output0.txt", "1");
        }

        var report = contest.Import();
        Assert.True(report.IsGood, ImportFolder.Lines(report, ImportLineKind.Error));
        Assert.Equal(["zeta", "alfa"], report.Packages.Select(package => package.Name));
        Assert.Contains("no task lost", ImportFolder.Lines(report, ImportLineKind.Warning));
        Assert.Contains("users, times and rules", ImportFolder.Lines(report, ImportLineKind.LeftOut));
    }

    private static ImportFolder Task(string settings)
    {
        var folder = new ImportFolder("task")
            .Write("task.yaml", settings)
            .Write("statement/statement.pdf", "%PDF")
            .Write("att/somma.zip", "x");
        for (var test = 0; test < 4; test++)
        {
            folder.Write($"input/input{test}.txt", $"in {test}").Write($"output/output{test}.txt", $"out {test}");
        }

        return folder;
    }

    private static (Problem Problem, ImportReport Report) Import(ImportFolder folder)
    {
        var report = folder.Import();
        Assert.True(report.IsGood, ImportFolder.Lines(report, ImportLineKind.Error));
        return (folder.Load("somma"), report);
    }

    private static string Refused(ImportFolder folder)
    {
        var report = folder.Import();
        Assert.False(report.IsGood);
        return ImportFolder.Lines(report, ImportLineKind.Error);
    }
}
