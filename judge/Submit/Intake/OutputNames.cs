using System.Globalization;
using System.Text.RegularExpressions;
using Judge.Problems;

namespace Judge.Submit.Intake;

/// <summary>Which test a handed-in output belongs to, by its name; and what it is called when it is stored.</summary>
internal sealed partial class OutputNames
{
    /// <summary>From the surest sign to the weakest: a later one is asked only where no earlier one names a test.</summary>
    private static readonly IReadOnlyList<Func<TestName, FileName, bool>> Signs =
    [
        (test, file) => file.Name.Equals(test.Stored, StringComparison.OrdinalIgnoreCase),
        (test, file) => file.Wholes.Contains(test.Whole),
        (test, file) => file.Stem == test.Whole,
        (test, file) => file.Folders.Contains(test.Whole) || file.Folders.Contains(test.Last),
        (test, file) => file.Wholes.Contains(test.Last) || file.Stem == test.Last,
        (test, file) => test.Numbers.Length > 0 && (file.Numbers == test.Numbers || file.NumbersInFolder == test.Numbers),
        (test, file) => file.Numbers.Length > 0 && file.Numbers == test.LastNumbers,
    ];

    private readonly List<TestName> _tests = [];

    private OutputNames(Problem problem)
    {
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var test in problem.Tests.Where(test => !test.IsSample))
        {
            var stored = test.Name.Replace('/', '-') + ".out";
            if (!StoredPattern().IsMatch(stored) || !used.Add(stored))
            {
                stored = string.Create(CultureInfo.InvariantCulture, $"test_{_tests.Count + 1}.out");
                used.Add(stored);
            }

            var last = test.Name[(test.Name.LastIndexOf('/') + 1)..];
            _tests.Add(new TestName(test, stored, Joined(test.Name), Joined(last), Numbers(test.Name), Numbers(last)));
        }
    }

    public static OutputNames Of(Problem problem) => new(problem);

    public IReadOnlyList<string> All => [.. _tests.Select(test => test.Stored)];

    /// <summary>Name under which the output of a test is stored, such as <c>group2-01.out</c>.</summary>
    public string StoredAs(Test test) => _tests.Find(known => known.Test == test)!.Stored;

    /// <summary>
    /// The tests that a file may belong to: one as a rule, several where its name is not clear, none where it has nothing of a test. Known
    /// are the test's name with its group before it or without, in folders or joined by <c>-</c>, <c>_</c> or a dot, with <c>output</c>,
    /// <c>test</c> and the like before it; and its numbers, compared as numbers.
    /// </summary>
    /// <param name="path">The file's name, perhaps with folders.</param>
    public IReadOnlyList<Test> Called(string path)
    {
        var file = new FileName(path);
        return Signs
                .Select(sign => _tests.Where(test => sign(test, file)).Select(test => test.Test).ToList())
                .FirstOrDefault(found => found.Count > 0)
            ?? [];
    }

    /// <summary>A file with the ending of an output comes before one that may be anything.</summary>
    public static int Rank(string name) => Path.GetExtension(name).ToLowerInvariant() is ".out" or ".ans" or ".ou" or ".ok" ? 0 : 1;

    /// <summary>In small letters, with <c>-</c> for whatever joins its parts.</summary>
    private static string Joined(string name) => Joint().Replace(name.ToLowerInvariant(), "-").Trim('-');

    /// <summary>The numbers in it, without leading zeros.</summary>
    private static string Numbers(string name) =>
        string.Join('-', NumberPattern().Matches(name).Select(match => match.Value.TrimStart('0') is { Length: > 0 } n ? n : "0"));

    /// <summary>What a file may be called to belong to a test.</summary>
    /// <param name="Last">The name without its group.</param>
    private sealed record TestName(Test Test, string Stored, string Whole, string Last, string Numbers, string LastNumbers);

    /// <summary>What can be read from the name of a file.</summary>
    private sealed class FileName
    {
        public FileName(string path)
        {
            var parts = path.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);
            Name = parts.LastOrDefault("");
            var whole = Ending().Replace(Name.ToLowerInvariant(), "");
            var inFolder = Joined(string.Join('-', [.. parts.SkipLast(1).TakeLast(1), whole]));
            Folders = [.. parts.SkipLast(1).Select(Joined)];
            Wholes = [Joined(whole), inFolder, Joined(string.Join('-', [.. parts.SkipLast(1), whole]))];
            Stem = Joined(Prefix().Replace(whole, ""));
            (Numbers, NumbersInFolder) = (NumbersOnly(whole), NumbersOnly(inFolder));
        }

        private static string NumbersOnly(string name) =>
            Prefix().Replace(name, "") is var stem && Digits().IsMatch(stem) ? OutputNames.Numbers(stem) : "";

        public string Name { get; }

        public HashSet<string> Folders { get; }

        /// <summary>The name without its ending, alone and with its folders.</summary>
        public HashSet<string> Wholes { get; }

        /// <summary>The name without words such as <c>output</c> as well.</summary>
        public string Stem { get; }

        /// <summary>The numbers of a name that holds nothing else; else empty.</summary>
        public string Numbers { get; }

        /// <summary>The same of the name with that of its folder before it.</summary>
        public string NumbersInFolder { get; }
    }

    [GeneratedRegex(@"\.(?:out|ans|ou|ok|a|txt)\z")]
    private static partial Regex Ending();

    [GeneratedRegex(@"\A(?:(?:outputs?|out|test|answer|ans|ketqua|kq|subtask|group|st|g)[ _.-]*)+")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"[ /_.-]+")]
    private static partial Regex Joint();

    [GeneratedRegex("[0-9]{1,9}")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"\A[0-9]{1,9}(?:[ _.-]+(?:test[ _.-]*)?[0-9]{1,9})*\z")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}\z")]
    private static partial Regex StoredPattern();
}
