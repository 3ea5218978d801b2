using System.Text.RegularExpressions;
using Judge.Formats.Draft;

namespace Judge.Formats.Plain;

/// <summary>An input with its answer.</summary>
/// <param name="Family">Style of the names.</param>
/// <param name="Stem">What both names have in common, with folders where those tell tests apart.</param>
internal sealed record TestPair(string Family, string Stem, ImportFile Input, ImportFile Answer);

/// <summary>
/// Pairs files by their names. The styles are tried in order for each file; base names in lower case pair, or else whole paths. Only equal
/// stems make a pair, never equal places in a list.
/// </summary>
internal sealed partial class LooseTestData
{
    private static readonly Family[] Families =
    [
        new("themis", ThemisInput(), ThemisAnswer()),
        new("cms", CmsInput(), CmsAnswer()),
        new("polygon", PolygonInput(), PolygonAnswer()),
        new("numbered", NumberedInput(), NumberedAnswer()),
        new("text", TextInput(), TextAnswer()),
        new("input-output", WordInput(), WordAnswer()),
    ];

    private LooseTestData() { }

    public IReadOnlyList<TestPair> Pairs { get; private init; } = [];

    /// <summary>Inputs by their names that lack an answer.</summary>
    public IReadOnlyList<ImportFile> Inputs { get; private init; } = [];

    /// <summary>Answers by their names that lack an input, or of which an input has several.</summary>
    public IReadOnlyList<ImportFile> Answers { get; private init; } = [];

    public IReadOnlyList<ImportFile> Others { get; private init; } = [];

    public static LooseTestData Of(IReadOnlyList<ImportFile> files)
    {
        var pairs = new List<TestPair>();
        var left = new List<ImportFile>(files);
        foreach (var family in Families)
        {
            var found = Pair(family, left);
            pairs.AddRange(found);
            left = [.. left.Except(found.SelectMany(pair => new[] { pair.Input, pair.Answer }))];
        }

        // What looks like a test in a sure style, and what looks like one in a style that has pairs here, should have had a partner.
        List<Family> sure = [.. Families.Where((family, at) => at == 0 || pairs.Exists(pair => pair.Family == family.Name))];
        List<ImportFile> inputs = [.. left.Where(file => sure.Exists(family => family.Input.IsMatch(Lower(file.Name))))];
        List<ImportFile> answers = [.. left.Except(inputs).Where(file => sure.Exists(family => family.Answer.IsMatch(Lower(file.Name))))];
        return new LooseTestData
        {
            Pairs = pairs,
            Inputs = inputs,
            Answers = answers,
            Others = [.. left.Except(inputs).Except(answers)],
        };
    }

    private static List<TestPair> Pair(Family family, List<ImportFile> files)
    {
        var inputs = Stems(family.Input, files);
        var byName = Distinct(inputs.ConvertAll(one => one.Name)) && inputs.TrueForAll(one => one.Name.Length > 0);
        var answers = Stems(family.Answer, files.Except(inputs.Select(one => one.File)))
            .ToLookup(one => byName ? one.Name : one.Path, one => one.File);
        return
        [
            .. from input in inputs
            let stem = byName ? input.Name : input.Path
            where answers[stem].Take(2).ToList() is [_] && stem.Length > 0
            select new TestPair(family.Name, stem, input.File, answers[stem].First()),
        ];
    }

    /// <summary>Files that fit, with the stem of their name alone and together with their folder.</summary>
    private static List<(ImportFile File, string Name, string Path)> Stems(Regex pattern, IEnumerable<ImportFile> files) =>
        [
            .. from file in files
            let match = pattern.Match(Lower(file.Name))
            where match.Success
            let name = string.Concat(match.Groups["stem"].Captures.Select(part => part.Value))
            select (file, name, (Lower(file.Folder) + (name.Length > 0 ? "/" + name : "")).Trim('/')),
        ];

    private static bool Distinct(List<string> names) => names.Distinct().Count() == names.Count;

    private static string Lower(string name) => name.ToLowerInvariant();

    private sealed record Family(string Name, Regex Input, Regex Answer);

    [GeneratedRegex(@"\A((?<stem>.+)\.|)(inp|in)\z", RegexOptions.CultureInvariant)]
    private static partial Regex ThemisInput();

    [GeneratedRegex(@"\A((?<stem>.+)\.|)(out|ok|ans)\z", RegexOptions.CultureInvariant)]
    private static partial Regex ThemisAnswer();

    [GeneratedRegex(@"\Ainput(\.(?<stem>[0-9a-z_-]*[0-9])|(?<stem>[0-9]+)\.txt)\z", RegexOptions.CultureInvariant)]
    private static partial Regex CmsInput();

    [GeneratedRegex(@"\Aoutput(\.(?<stem>[0-9a-z_-]*[0-9])|(?<stem>[0-9]+)\.txt)\z", RegexOptions.CultureInvariant)]
    private static partial Regex CmsAnswer();

    [GeneratedRegex(@"\A(?<stem>[0-9]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex PolygonInput();

    [GeneratedRegex(@"\A(?<stem>[0-9]+)\.a\z", RegexOptions.CultureInvariant)]
    private static partial Regex PolygonAnswer();

    [GeneratedRegex(@"\A(?<stem>.+\.)in(?<stem>[0-9]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedInput();

    [GeneratedRegex(@"\A(?<stem>.+\.)out?(?<stem>[0-9]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedAnswer();

    [GeneratedRegex(@"\A(?<stem>[a-z_-]*[0-9]+([_-][0-9]+)?)(\.in)?\.txt\z", RegexOptions.CultureInvariant)]
    private static partial Regex TextInput();

    [GeneratedRegex(@"\A(?<stem>[a-z_-]*[0-9]+([_-][0-9]+)?)(\.(out|ans)(\.txt)?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex TextAnswer();

    [GeneratedRegex(@"\A(?<stem>.*)input(?<stem>.*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex WordInput();

    [GeneratedRegex(@"\A(?<stem>.*)output(?<stem>.*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex WordAnswer();
}
