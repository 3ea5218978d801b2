using System.Globalization;
using System.Text;

namespace Judge.Sandbox.Runner;

/// <summary>The words of an answer's head: the first says what it is, the others are NAME=VALUE; a name may come twice.</summary>
internal sealed class Answer
{
    /// <summary>Stands before the names of collected files in <see cref="Payload"/>.</summary>
    public const string FilePrefix = "file:";

    private readonly List<KeyValuePair<string, string>> _values = [];

    private Answer(string verb) => Verb = verb;

    public string Verb { get; }

    /// <summary>Bytes of standard output, standard error and collected files that follow, by name, in order.</summary>
    public IEnumerable<(string Name, int Length)> Payload =>
        _values
            .Where(v => v.Key is "stdout" or "stderr" or "file")
            .Select(v => v.Key == "file" ? FileOf(v.Value) : (v.Key, Number(v.Value)));

    /// <exception cref="FormatException">These are no words.</exception>
    public static Answer Parse(ReadOnlySpan<byte> head)
    {
        var words = Encoding.UTF8.GetString(head).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        var answer = new Answer(words.Length > 0 ? words[0] : throw new FormatException("empty answer"));
        foreach (var word in words.Skip(1))
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            answer._values.Add(KeyValuePair.Create(word[..equals], word[(equals + 1)..]));
        }

        return answer;
    }

    /// <summary>The number under this name, 0 when there is none.</summary>
    public long this[string name] =>
        _values.Find(v => v.Key == name) is { Value: { } value } ? long.Parse(value, CultureInfo.InvariantCulture) : 0;

    public bool Has(string name, string value) => _values.Contains(KeyValuePair.Create(name, value));

    private static int Number(string value) => int.Parse(value, CultureInfo.InvariantCulture);

    private static (string Name, int Length) FileOf(string value)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        return (FilePrefix + value[(colon + 1)..], Number(value[..colon]));
    }
}
