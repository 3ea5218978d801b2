using Judge.Formats.Draft;
using Judge.Formats.Kattis;
using Judge.Problems.Package;

namespace Judge.Formats.Cms;

/// <summary>
/// Tasks in the Italian format of CMS (github.com/cms-dev/cms, docs and cmscontrib/loaders/italy_yaml.py), one by one or with their
/// <c>contest.yaml</c>; its old Italian keys too.
/// </summary>
internal static class ImportCms
{
    private const string Contest = "contest.yaml";
    private const string Task = "task.yaml";

    public static Importer Importer { get; } = new("cms", FoldsCase: false, tree => Tasks(tree).Any(), Items);

    /// <summary>Folder of a task (empty: the root) and its settings.</summary>
    private static IEnumerable<(string Folder, ImportFile Settings)> Tasks(ImportTree tree)
    {
        if (tree.Find(Task) is { } only)
        {
            return [("", only)];
        }

        return tree.Folders("")
            .Select(folder => (folder, tree.Find($"{folder}/{Task}") ?? tree.Find($"{folder}.yaml")))
            .Where(task =>
                task.Item2 is not null
                && tree.Below(task.folder).Any(file => file.Path.StartsWith(task.folder + "/input/", StringComparison.OrdinalIgnoreCase))
            )
            .Select(task => (task.folder, task.Item2!));
    }

    private static IEnumerable<ImportItem> Items(ImportTree tree, ImportNotes notes)
    {
        var tasks = Tasks(tree).ToList();
        IReadOnlyList<string> order = [];
        if (tree.Find(Contest) is { } file && tasks is not [("", _)])
        {
            var contest = Read(file);
            order = contest.Texts(contest.Has("tasks") ? "tasks" : "problemi");
            foreach (var missing in order.Where(name => !tasks.Exists(task => task.Folder == name)))
            {
                notes.Warning("import.cms.noTask", Contest, ImportNames.Shown(missing));
            }

            notes.LeftOut("import.cms.contestParts", Contest);
        }

        return tasks
            .OrderBy(task => order.ToList().IndexOf(task.Folder) is var at && at < 0 ? int.MaxValue : at)
            .Select(task => Item(task.Folder.Length == 0 ? tree : tree.Part(task.Folder), task.Settings));
    }

    private static YamlMap Read(ImportFile file) => YamlMap.Read(file.FullPath, file.Path);

    private static ImportItem Item(ImportTree tree, ImportFile file)
    {
        var settings = new CmsSettings(Read(file));
        var name = settings.Text("name", "nome_breve") is { Length: > 0 } own ? own : tree.Name;
        return new ImportItem(name, draft => Fill(new CmsSource(tree, settings, draft, name)));
    }

    private static void Fill(CmsSource source)
    {
        var (tree, settings, draft) = (source.Tree, source.Settings, source.Draft);
        draft.Understood("import.cms.format");
        settings.TellUnused(draft);
        Statement(source);
        if (source.IsOutputOnly)
        {
            draft.Settings.Set("type", "scoring submit-answer");
        }
        else
        {
            Limits(source);
        }

        if (source.IsOutputOnly)
        {
            draft.Settings.Map("limits").Set("time_limit", 1m);
        }

        CmsPrograms.Add(source);
        CmsTestData.Add(source);
        foreach (var file in tree.Below("att").Where(file => ImportKattis.IsAdmitted(file.Path)))
        {
            draft.Add("attachments" + file.Path["att".Length..], file);
        }
    }

    private static void Limits(CmsSource source)
    {
        var (settings, draft) = (source.Settings, source.Draft);
        if (settings.Number(3600, "time_limit", "timeout") is { } seconds)
        {
            draft.Settings.Map("limits").Set("time_limit", draft.Seconds(seconds));
        }

        if (settings.Number(1 << 20, "memory_limit", "memlimit") is { } megabytes)
        {
            draft.Settings.Map("limits").Set("memory", draft.Megabytes(megabytes));
        }

        if (source.HasManager)
        {
            return;
        }

        var (input, output) = (settings.Text("infile") ?? "input.txt", settings.Text("outfile") ?? "output.txt");
        if (input.Length == 0 && output.Length == 0)
        {
            return;
        }

        draft
            .School.Set("input_file", input.Length > 0 ? input : "stdin.txt")
            .Set("output_file", output.Length > 0 ? output : "stdout.txt");
        if (input.Length == 0 || output.Length == 0)
        {
            draft.School.Set("streams", true);
        }
    }

    private static void Statement(CmsSource source)
    {
        var (tree, draft) = (source.Tree, source.Draft);
        var language = source.Settings.Text("primary_language") is { Length: 2 } code && code.All(char.IsAsciiLetterLower) ? code : "it";
        var title = source.Settings.Text("title", "nome") is { Length: > 0 } own ? own : draft.Source;
        var pdf =
            tree.Find("statement/statement.pdf")
            ?? tree.Find("testo/testo.pdf")
            ?? tree.In("statement").Concat(tree.In("testo")).FirstOrDefault(file => file.Extension == ".pdf");
        if (pdf is not null)
        {
            draft.StatementPdf(language, pdf);
        }
        else
        {
            draft.Statement(language, StatementWords.HandedOut("vi"));
        }

        if (pdf is null)
        {
            draft.Default("import.cms.noPdf");
        }

        draft.Title(language, title);
    }
}

/// <summary>What is read, what it says of itself, and what is made of it.</summary>
/// <param name="Name">Short name of the task, which files of programs bear.</param>
internal sealed record CmsSource(ImportTree Tree, CmsSettings Settings, PackageDraft Draft, string Name)
{
    public bool IsOutputOnly => Settings.Flag("output_only");

    /// <summary>Files called as the manager: its source, what it was compiled to, or both.</summary>
    public IReadOnlyList<ImportFile> Managers { get; } =
    [.. Tree.In("check").Concat(Tree.In("cor")).Where(file => file.Stem == "manager" && file.Extension is not ".o")];

    /// <summary>Whether the task is of type Communication.</summary>
    public bool HasManager => !IsOutputOnly && Managers.Count > 0;

    /// <summary>Name without ending of what is compiled with the entrant's functions; null: nothing is.</summary>
    public string? Grader => (HasManager ? "stub" : "grader") is var stem && Tree.In("sol").Any(file => file.Stem == stem) ? stem : null;

    /// <summary>Whether outcomes between 0 and 1 can come up.</summary>
    public bool HasChecker { get; set; }
}
