namespace Judge.Problems;

/// <summary>The folder of a problem or of a language is not as it should be.</summary>
/// <param name="file">The file at fault, relative to the folder that holds the packages.</param>
/// <param name="sentence">What is wrong and what to do about it.</param>
public sealed class PackageException(string file, string sentence) : Exception($"{file}: {sentence}")
{
    public string File { get; } = file;

    public string Sentence { get; } = sentence;
}
