using System.Globalization;
using System.Text;
using Judge.Formats.Draft;
using Judge.Formats.Statements;

namespace Judge.Formats.Hustoj;

/// <summary>One item of HUSTOJ on its way into our layout.</summary>
internal sealed class HustojProblem(FpsItem item, ImportTree tree, PackageDraft draft)
{
    private const int MostPictureBytes = 4 << 20;
    private const decimal DefaultSeconds = 1;
    private const decimal DefaultMegabytes = 128;

    private static readonly string[] Known =
    [
        "title",
        "time_limit",
        "memory_limit",
        "description",
        "input",
        "output",
        "hint",
        "source",
        "sample_input",
        "sample_output",
        "solution",
        "template",
        "prepend",
        "append",
        "spj",
        "tpj",
        "upj",
        "src",
        "base64",
        "remote_oj",
        "remote_id",
        "url",
    ];

    private static readonly (string Part, string Head)[] Sections =
    [
        ("description", ""),
        ("input", StatementWords.Input),
        ("output", StatementWords.Output),
        ("hint", StatementWords.Hint),
    ];

    private readonly Dictionary<string, string> _pictures = [];

    public void Fill()
    {
        if (item.Text("remote_oj").Length > 0)
        {
            throw new ImportException(
                "import.hustoj.remote",
                ImportNames.Shown(item.Text("remote_oj")),
                ImportNames.Shown(item.Text("remote_id"))
            );
        }

        draft.Title("vi", draft.Source);
        draft.Limits(Seconds(), Megabytes());
        AddTests();
        SetChecker();
        AddPictures();
        AddStatement();
        SolutionDrafts.Add(draft, item.All("solution").Select(solution => (solution.Language ?? "", solution.Text)));
        if (item.Text("source") is { Length: > 0 } tags)
        {
            draft.Settings.Set("keywords", tags.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(20));
        }

        foreach (var name in item.Parts.Select(part => part.Name).Except(Known).Take(20))
        {
            draft.Warning("import.hustoj.unknownPart", ImportNames.Shown(name));
        }
    }

    private decimal Seconds() =>
        Limit("time_limit", "s", DefaultSeconds) is var (value, unit) && unit is "ms" ? value / 1000
        : unit is "s" or "sec" ? value
        : throw Unknown("time_limit", unit);

    private decimal Megabytes() =>
        Limit("memory_limit", "mb", DefaultMegabytes) is var (value, unit) && unit is "kb" or "k" or "kib" ? value / 1024
        : unit is "mb" or "m" or "mib" ? value
        : unit is "gb" or "g" or "gib" ? value * 1024
        : throw Unknown("memory_limit", unit);

    private (decimal Value, string Unit) Limit(string name, string unit, decimal usual)
    {
        if (item.Part(name) is not { } part)
        {
            draft.Default("import.hustoj.noLimit", name, usual, unit);
            return (usual, unit);
        }

        return decimal.TryParse(part.Text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? (value, (part.Unit is { Length: > 0 } said ? said : unit).ToLowerInvariant())
            : throw Unknown(name, part.Text.Trim());
    }

    private static ImportException Unknown(string name, string text) => new("import.hustoj.badNumber", name, ImportNames.Shown(text));

    /// <summary>By name where all have one, else in turn; some exports put inputs and answers alternately into inputs.</summary>
    private void AddTests()
    {
        List<FpsTest> inputs = [.. item.Tests.Where(test => test.IsInput)];
        List<FpsTest> answers = [.. item.Tests.Where(test => !test.IsInput)];
        if (answers.Count == 0 && inputs.Count > 0 && inputs.Count % 2 == 0)
        {
            draft.Warning("import.hustoj.everySecond");
            answers = [.. inputs.Where((_, at) => at % 2 == 1)];
            inputs = [.. inputs.Where((_, at) => at % 2 == 0)];
        }

        if (inputs.Count == 0 || inputs.Count != answers.Count)
        {
            throw new ImportException("import.hustoj.testCount", inputs.Count, answers.Count);
        }

        var byName =
            Named(inputs)
            && Named(answers)
            && inputs.Select(Stem).Order(StringComparer.Ordinal).SequenceEqual(answers.Select(Stem).Order(StringComparer.Ordinal));
        var names = TestNaming.Ordinal([.. inputs.Select((input, at) => byName ? Stem(input) : Number(at))]);
        for (var at = 0; at < inputs.Count; at++)
        {
            draft.AddTest(
                names[at],
                inputs[at].File,
                byName ? answers.Find(answer => Stem(answer) == Stem(inputs[at]))!.File : answers[at].File
            );
        }

        AddSamples();

        static bool Named(List<FpsTest> tests) =>
            tests.TrueForAll(test => test.Name is { Length: > 0 }) && tests.Select(Stem).Distinct().Count() == tests.Count;
        static string Stem(FpsTest test) => Path.GetFileNameWithoutExtension(test.Name!);
        static string Number(int at) => (at + 1).ToString(CultureInfo.InvariantCulture);
    }

    private void AddSamples()
    {
        List<FpsPart> inputs = [.. item.Parts.Where(part => part.Name == "sample_input")];
        List<FpsPart> answers = [.. item.Parts.Where(part => part.Name == "sample_output")];
        var samples = inputs.Zip(answers).Where(sample => sample.First.Text.Trim().Length + sample.Second.Text.Trim().Length > 0).ToList();
        if (inputs.Count != answers.Count)
        {
            draft.LeftOut("import.hustoj.sampleCount");
        }

        var names = TestNaming.Ordinal([.. samples.Select((_, at) => (at + 1).ToString(CultureInfo.InvariantCulture))]);
        for (var at = 0; at < samples.Count; at++)
        {
            draft.Add($"data/sample/{names[at]}.in", samples[at].First.Text.TrimEnd('\n') + "\n");
            draft.Add($"data/sample/{names[at]}.ans", samples[at].Second.Text.TrimEnd('\n') + "\n");
        }
    }

    private void SetChecker()
    {
        List<FpsPart> around = [.. item.All("prepend"), .. item.All("append")];
        JoinedCode.Add(
            draft,
            around.GroupBy(part => part.Language ?? "").Select(same => (same.Key, TextOf(same, "prepend"), TextOf(same, "append")))
        );
        if (item.All("template").Any())
        {
            draft.LeftOut("import.noTemplate");
        }

        if (item.Text("upj").Length > 0)
        {
            draft.Error("import.hustoj.percentChecker");
        }

        var checkers = item.All("spj").Concat(item.All("tpj")).ToList();
        if (checkers.Count > 1)
        {
            draft.Error("import.hustoj.severalCheckers");
        }
        else if (checkers is [var checker])
        {
            AddChecker(checker);
        }
        else
        {
            SetTokens();
        }
    }

    private static string TextOf(IEnumerable<FpsPart> parts, string name) =>
        string.Join('\n', parts.Where(part => part.Name == name).Select(part => part.Text));

    private void AddChecker(FpsPart checker)
    {
        var language = checker.Language ?? "C++";
        if (language.ToLowerInvariant() is not ("c" or "c++" or "g++"))
        {
            draft.Error(
                language.Equals("Text", StringComparison.OrdinalIgnoreCase) ? "import.hustoj.textAnswers" : "import.hustoj.checkerLanguage",
                ImportNames.Shown(language)
            );
            return;
        }

        // A tpj is written for testlib with its order of files changed; compiled with testlib as it is, it takes them in the usual order.
        var file = language.Equals("c", StringComparison.OrdinalIgnoreCase) ? "checker/check.c" : "checker/check.cpp";
        draft.Add(file, checker.Text.Trim() + "\n");
        var program = file;
        if (AuthorLibraries.TestlibOf(checker.Text) is { } library)
        {
            if (AuthorLibraries.FindTestlib(tree) is not { } testlib)
            {
                draft.Error("import.noTestlib", AuthorLibraries.Testlib, checker.Name);
                return;
            }

            draft.Add($"checker/{library}", testlib);
            program = "checker";
        }

        draft.School.Map("checker").Set("contract", checker.Name == "tpj" ? "testlib" : "hustoj").Set("program", program);
    }

    /// <summary>HUSTOJ compares words and minds their case.</summary>
    private void SetTokens()
    {
        foreach (
            var part in draft
                .Files.Keys.Select(path => path.Split('/'))
                .Where(parts => parts is ["data", ..])
                .Select(parts => parts[1])
                .Distinct()
                .ToList()
        )
        {
            draft.Add($"data/{part}/test_group.yaml", new YamlDraft().Set("output_validator_args", ["case_sensitive"]));
        }
    }

    private void AddPictures()
    {
        var source = "";
        var bytes = new byte[MostPictureBytes];
        foreach (var part in item.Parts)
        {
            source = part.Name == "src" ? part.Text.Trim() : source;
            if (part.Name != "base64")
            {
                continue;
            }

            if (!Convert.TryFromBase64String(part.Text, bytes, out var length) || Ending(bytes.AsSpan(0, length)) is not { } ending)
            {
                draft.LeftOut("import.hustoj.badPicture", ImportNames.Shown(source));
                continue;
            }

            var file = string.Create(CultureInfo.InvariantCulture, $"hinh{_pictures.Count + 1}{ending}");
            if (_pictures.TryAdd(source, file))
            {
                draft.Add($"statement/{file}", bytes[..length]);
            }
        }
    }

    private static string? Ending(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => ".png",
            [0xFF, 0xD8, 0xFF, ..] => ".jpg",
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => ".gif",
            _ => null,
        };

    private void AddStatement()
    {
        var text = new StringBuilder();
        foreach (var (name, head) in Sections)
        {
            if (Markdown(item.Text(name)) is { Length: > 0 } part)
            {
                text.Append(head).Append(head.Length > 0 ? "\n\n" : "").Append(part).Append("\n\n");
            }
        }

        if (text.Length > 0)
        {
            draft.Statement("vi", text.ToString());
        }

        if (_pictures.Count > 0)
        {
            draft.Warning("import.hustoj.pictures", _pictures.Count);
        }
    }

    /// <summary>A part is HTML, or Markdown between <c>[md]</c> and <c>[/md]</c>.</summary>
    private string Markdown(string part)
    {
        var isMarkdown = part.StartsWith("[md]", StringComparison.Ordinal);
        if (isMarkdown)
        {
            part = part[4..].Replace("[/md]", "", StringComparison.Ordinal).Trim();
        }

        return isMarkdown
            ? _pictures.Aggregate(
                part,
                (text, picture) => picture.Key.Length == 0 ? text : text.Replace(picture.Key, picture.Value, StringComparison.Ordinal)
            )
            : HtmlMarkdown.Of(part, Picture);
    }

    private string? Picture(string source)
    {
        if (_pictures.TryGetValue(source.Trim(), out var file))
        {
            return file;
        }

        draft.LeftOut("import.hustoj.noPicture", ImportNames.Shown(source));
        return null;
    }
}
