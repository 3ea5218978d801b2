using Judge.Messages;

namespace Judge.Kodu.Model;

/// <summary>What a finding is about; people see the number with a K before it.</summary>
internal enum FindingKind
{
    None = 0,
    Format = 100,
    Entries = 101,
    Xml = 102,
    Limits = 103,
    Newer = 104,
    Terrain = 105,
    UnknownTile = 110,
    WrongSlot = 111,
    PathEdge = 112,
    LinkedChain = 113,
    ArchivedTile = 114,
    Provenance = 120,
    Smell = 130,
}

internal enum FindingLevel
{
    None = 0,

    /// <summary>The world cannot be read.</summary>
    Refused,

    /// <summary>Something does not work as its maker believes.</summary>
    Warning,

    /// <summary>Good to know, and no fault.</summary>
    Note,
}

/// <summary>Something of a world that a person should hear.</summary>
/// <param name="Places">Where it is; empty: the whole file.</param>
internal sealed record Finding(FindingKind Code, FindingLevel Level, Said Said, params IReadOnlyList<Place> Places);

/// <summary>A file that is no world we read: the finding ends the reading, and never passes <c>WorldReader</c>.</summary>
internal sealed class UnreadableWorldException(FindingKind code, Said said) : Exception(said.Key)
{
    public Finding Finding { get; } = new(code, FindingLevel.Refused, said);
}

/// <summary>A place in a world; each number counts from 1, and 0 means the whole of what stands before it.</summary>
internal readonly record struct Place(int Level, int Actor, int Page, int Rule)
{
    public static Place OfActor(int level, int actor) => new(level, actor, 0, 0);
}
