using System.Collections.Frozen;
using System.Reflection;

namespace ArenaWeb.Access;

/// <summary>How much of an object somebody sees, from less to more; the most of several hats counts.</summary>
internal enum Sight
{
    Nothing,
    Initials,
    Title,
    Counts,
    State,

    /// <summary>With numbers in place of names.</summary>
    Ids,

    /// <summary>All of it, and the read is written down.</summary>
    Log,

    All,
}

/// <summary>In what part somebody looks on; a column of the matrix.</summary>
internal enum Hat
{
    None,
    Public,
    Contestant,
    Other,
    School,

    /// <summary>Whoever approves for a school, and sees what the school sees.</summary>
    Leader,

    /// <summary>Whoever prepares for a school, and sees what the school sees.</summary>
    Coordinator,
    Invigilator,
    Jury,
    Operator,
    Organiser,
    Secretary,
    Auditor,
    Administrator,
    Author,
    Assigned,
    Head,
}

/// <summary>What must hold besides the phase.</summary>
[Flags]
internal enum Conditions
{
    None = 0,
    Own = 1,
    School = 2,
    Room = 4,
    Consent = 8,
    Rule = 16,
    Together = 32,
    Called = 64,
    Awarded = 128,
}

/// <summary>One part of a cell.</summary>
/// <param name="From">Place of the first phase in the table's order.</param>
/// <param name="To">Place of the last one.</param>
internal sealed record AccessRule(Sight Sight, Conditions Conditions, int From, int To);

/// <summary>One table of the matrix: object, hat, rules.</summary>
/// <param name="Phases">A letter each, in order; empty: there are none.</param>
/// <param name="Rows">By object, then hat; a hat without rules sees nothing.</param>
internal sealed record MatrixTable(
    string Name,
    string Phases,
    FrozenDictionary<string, FrozenDictionary<Hat, IReadOnlyList<AccessRule>>> Rows
);

/// <summary>The file <c>matrix.md</c>, which says who sees what.</summary>
internal static class Matrix
{
    private static readonly FrozenDictionary<string, MatrixTable> Tables = Parse(Text("matrix.md")).ToFrozenDictionary(table => table.Name);

    public static MatrixTable House => Tables["house"];

    public static MatrixTable School => Tables["school"];

    public static MatrixTable Contest => Tables["contest"];

    public static MatrixTable Marking => Tables["marking"];

    /// <exception cref="FormatException">The text is not as the head of the file says.</exception>
    public static IEnumerable<MatrixTable> Parse(string text) =>
        text.Split("\n## ").Skip(1).Select(section => TableOf(section.Split('\n')));

    /// <summary>A table of Markdown, cells trimmed, head first.</summary>
    public static IEnumerable<string[]> Cells(IEnumerable<string> lines) =>
        lines
            .Where(line => line.StartsWith('|') && !line.StartsWith("|--", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    public static string Text(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static MatrixTable TableOf(string[] lines)
    {
        var title = lines[0].Split(':', StringSplitOptions.TrimEntries);
        var phases = title.Length > 1 ? title[1].Replace(" ", "", StringComparison.Ordinal) : "";
        var rows = Cells(lines).ToList();
        var hats = rows[0].Skip(1).Select(Word<Hat>).ToList();
        return new(
            title[0],
            phases,
            rows.Skip(1)
                .ToFrozenDictionary(
                    row => row[0],
                    row => hats.Zip(row.Skip(1)).ToFrozenDictionary(cell => cell.First, cell => RulesOf(cell.Second, phases))
                )
        );
    }

    private static IReadOnlyList<AccessRule> RulesOf(string cell, string phases) =>
        cell == "never" ? [] : [.. cell.Split(" / ").Select(part => RuleOf(part, phases))];

    private static AccessRule RuleOf(string part, string phases)
    {
        var rule = new AccessRule(Sight.All, Conditions.None, 0, int.MaxValue);
        foreach (var word in part.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word != "always"))
        {
            rule =
                char.IsUpper(word[0]) ? Between(rule, word, phases)
                : Enum.TryParse<Sight>(word, ignoreCase: true, out var sight) ? rule with { Sight = sight }
                : rule with { Conditions = rule.Conditions | Word<Conditions>(word) };
        }
        return rule;
    }

    /// <param name="word"><c>G</c>, <c>G-</c> or <c>G-E</c>.</param>
    private static AccessRule Between(AccessRule rule, string word, string phases)
    {
        var ends = word.Split('-');
        var from = Place(ends[0]);
        return rule with
        {
            From = from,
            To =
                ends.Length == 1 ? from
                : ends[1].Length == 0 ? int.MaxValue
                : Place(ends[1]),
        };

        int Place(string phase) =>
            phase.Length == 1 && phases.IndexOf(phase[0], StringComparison.Ordinal) is >= 0 and var place
                ? place
                : throw new FormatException($"There is no phase {phase} in {phases}.");
    }

    private static T Word<T>(string word)
        where T : struct, Enum =>
        Enum.TryParse<T>(word, ignoreCase: true, out var value) ? value : throw new FormatException($"{word} is no {typeof(T).Name}.");
}
