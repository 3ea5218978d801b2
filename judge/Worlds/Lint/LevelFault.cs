using Judge.Messages;

namespace Judge.Worlds.Lint;

/// <summary>Something about a level that its author should know.</summary>
/// <param name="Subject">Path below <c>submissions/</c> of the program it is about; empty: the level itself.</param>
/// <param name="Said">What it is, and what to do.</param>
public sealed record LevelFault(FaultWeight Weight, string Subject, Said Said);

public enum FaultWeight
{
    /// <summary>Good to know.</summary>
    Note,

    /// <summary>Better mended.</summary>
    Warning,

    /// <summary>Pupils must not meet the level so.</summary>
    Error,
}

/// <summary>A program that the author gives with a level.</summary>
/// <param name="Path">Below <c>submissions/</c>, such as <c>wrong_answer/no-turn.json</c>.</param>
/// <param name="Bytes">As the editor saves it.</param>
public sealed record LevelProgram(string Path, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Name of the file without its extension.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);
}
