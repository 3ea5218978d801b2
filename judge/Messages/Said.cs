namespace Judge.Messages;

/// <summary>
/// What a person is to be told, in no language yet: a key of the word files and what fills the placeholders of its text. A key with
/// <see cref="RemarkEnding"/> holds what is added at the command line alone: a switch, a setting of a file, a parser's own words.
/// </summary>
/// <param name="Key">Such as <c>import.archive.tooMany</c>.</param>
/// <param name="Arguments">
/// Texts, numbers, other sentences, or lists of sentences, which are joined by semicolons.
/// </param>
public sealed record Said(string Key, params IReadOnlyList<object> Arguments)
{
    public const string RemarkEnding = ".commandLine";
}
