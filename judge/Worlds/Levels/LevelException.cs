namespace Judge.Worlds.Levels;

/// <summary>A level is wrong; its author's fault.</summary>
/// <param name="place">File, such as <c>a01/level.json</c>.</param>
/// <param name="sentence">Names the key and says what is wanted.</param>
public sealed class LevelException(string place, string sentence) : Exception($"{place}: {sentence}")
{
    public string Place { get; } = place;

    public string Sentence { get; } = sentence;
}
