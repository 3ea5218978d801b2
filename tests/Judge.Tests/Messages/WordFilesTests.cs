using System.Text.RegularExpressions;
using Judge.Cluster;
using Judge.Formats.Draft;
using Judge.Kodu.Findings;
using Judge.Kodu.Measures;
using Judge.Kodu.Model;
using Judge.Messages;
using Judge.Problems;
using Judge.Score;
using Judge.Verify;
using Judge.Worlds.Levels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Support;

namespace Judge.Tests.Messages;

/// <summary>The judge's code says keys, the word files have a sentence for each; keys are found in the syntax of the sources.</summary>
public sealed partial class WordFilesTests
{
    /// <summary>Keys that end in a value: how they begin, and the endings that there are.</summary>
    private static readonly Dictionary<string, string[]> Families = new()
    {
        ["cluster.flaw."] = Names(EnrolmentFlaw.None),
        ["import.checker."] = [nameof(BuiltInChecker.Tokens), nameof(BuiltInChecker.Lines), nameof(BuiltInChecker.UnorderedLines)],
        ["import.aggregation."] = Names(Aggregation.None),
        ["import.text."] =
        [
            nameof(TextOddities.Utf16),
            nameof(TextOddities.ByteOrderMark),
            nameof(TextOddities.NotUtf8),
            nameof(TextOddities.Nul),
            nameof(TextOddities.EndMark),
            nameof(TextOddities.Returns),
            nameof(TextOddities.HiddenBlanks),
        ],
        ["kodu.smell."] = Names(Smell.None),
        ["kodu.idiom."] = Names(Idiom.None),
        ["kodu.level."] = Names(FindingLevel.None),
        ["kodu.dimension."] = [.. Rubric.Usual.Dimensions.Keys],
        ["kodu.measure."] = [.. Measured.Names.Where(name => !name.StartsWith("idiom", StringComparison.Ordinal))],
        ["verify.finding."] = Names(FindingCode.None),
        ["verify.severity."] = Names(Severity.None),
        ["verify.state."] = Names<ProofState>(),
        ["verdict."] = Codes([.. Enum.GetValues<Verdict>().Except([Verdict.None])]),
        ["themis.verdict."] = Codes([.. Enum.GetValues<Verdict>().Except([Verdict.None])]),
        ["world.end."] = [.. Enum.GetValues<EndCode>().Select(code => code.Key()), "told_nothing"],
        ["worker.verdict."] = Codes(Verdict.TimeLimit, Verdict.MemoryLimit, Verdict.OutputLimit, Verdict.JudgeError),
        ["worker.message."] = Names(TestMessage.None),
        ["worker.fault."] = Names(CompileFault.None, CompileFault.Errors),
        ["worker.outcome."] = Names(ImportOutcome.None),
        ["worker.line."] = Names(ImportLineKind.None, ImportLineKind.Understood),
    };

    /// <summary>Sources that hold Vietnamese letters, and why.</summary>
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["judge/Formats/Draft/StatementWords.cs"] = "what importers write into statements is part of a package",
        ["judge/Formats/Draft/ImportNames.cs"] = "the one letter that Unicode does not take apart",
        ["judge/Formats/Statements/TexCommands.cs"] = "letters that TeX has names for",
        ["judge/ScriptHost/Api/ScriptText.cs"] = "scripts of authors speak in a box, where there is no word file",
    };

    private static readonly IReadOnlyList<(string Path, SyntaxNode Root)> Sources =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "judge"), "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(Repository.Root, file), CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot())),
    ];

    /// <summary>
    /// Each place that names keys, with the number of arguments beside them; null: it is no argument itself. The bench names its figures in
    /// the same form, and says nothing else.
    /// </summary>
    private static readonly IReadOnlyList<(string[] Keys, int? Arguments)> Places =
    [
        .. Sources
            .Where(source => !source.Path.StartsWith("judge/Worker/Bench/", StringComparison.Ordinal))
            .SelectMany(source => In(source.Root)),
    ];

    private static readonly HashSet<string> Keys = [.. Places.SelectMany(place => place.Keys)];

    [Fact]
    public void Whatever_the_judge_says_has_its_sentence()
    {
        Assert.Empty(Keys.Except(Sentences.InVietnamese.Keys));
        Assert.Empty(Keys.Except(Sentences.InEnglish.Keys));
    }

    [Fact]
    public void No_sentence_is_there_that_nobody_says() =>
        Assert.Empty(Sentences.InVietnamese.Keys.Select(key => key.Replace(Said.RemarkEnding, "")).Except(Keys));

    [Fact]
    public void Every_placeholder_is_filled() =>
        Assert.All(
            Places.Where(place => place.Arguments is not null).SelectMany(place => place.Keys, (place, key) => (key, place.Arguments)),
            place => Assert.True(Placeholders(place.key) <= place.Arguments, place.key)
        );

    [Fact]
    public void A_log_of_Themis_is_the_same_in_both_languages() =>
        Assert.All(
            Sentences.InVietnamese.Keys.Where(key => key.StartsWith("themis.", StringComparison.Ordinal)),
            key => Assert.Equal(Sentences.InVietnamese[key], Sentences.InEnglish[key])
        );

    [Fact]
    public void Words_for_people_stand_in_no_source() =>
        Assert.Equal(
            Exceptions.Keys.Order(),
            Sources
                .Where(source => source.Root.DescendantTokens().Any(token => VietnameseLetter().IsMatch(token.Text)))
                .Select(source => source.Path)
                .Order()
        );

    private static IEnumerable<(string[], int?)> In(SyntaxNode root) =>
        root.DescendantNodes()
            .Select(node => (Keys: KeysOf(node), Node: node))
            .Where(one => one.Keys.Length > 0)
            .Select(one => (one.Keys, Beside(one.Node)));

    private static string[] KeysOf(SyntaxNode node) =>
        node switch
        {
            LiteralExpressionSyntax literal when Key().IsMatch(literal.Token.ValueText) => [literal.Token.ValueText],
            InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax { TextToken.ValueText: var begin }, _] }
                when Families.TryGetValue(begin, out var endings) => [.. endings.Select(ending => begin + ending)],
            InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax { TextToken.ValueText: var begin }, ..] }
                when Key().IsMatch(begin + "x") => [begin],
            _ => [],
        };

    private static int? Beside(SyntaxNode key)
    {
        var whole = key.Parent is ConditionalExpressionSyntax choice ? choice : key;
        return whole.Parent is ArgumentSyntax { Parent: BaseArgumentListSyntax list } argument
            ? list.Arguments.Count - list.Arguments.IndexOf(argument) - 1
            : null;
    }

    /// <summary>The number of arguments that a sentence and its remark need.</summary>
    private static int Placeholders(string key) =>
        new[] { Sentences.InVietnamese, Sentences.InEnglish }
            .SelectMany(catalog => new[] { key, key + Said.RemarkEnding }.Where(catalog.Keys.Contains).Select(one => catalog[one]))
            .SelectMany(text => Placeholder().Matches(text))
            .Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) + 1)
            .DefaultIfEmpty()
            .Max();

    private static string[] Names<T>(params T[] unsaid)
        where T : struct, Enum => [.. Enum.GetValues<T>().Except(unsaid).Select(value => value.ToString())];

    private static string[] Codes(params Verdict[] verdicts) => [.. verdicts.Select(verdict => verdict.Code())];

    [GeneratedRegex(@"^(cluster|import|kodu|export|verify|grade|handin|marking|themis|worker|world|verdict)\.[A-Za-z.]+$")]
    private static partial Regex Key();

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u1E00-\u1EFF]")]
    private static partial Regex VietnameseLetter();
}
