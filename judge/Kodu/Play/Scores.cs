using Judge.Kodu.Tiles;

namespace Judge.Kodu.Play;

/// <summary>The scores of a run. Those of colours and letters are everybody's, local ones have an owner.</summary>
internal sealed class Scores
{
    private const string Bucket = "scorebucket.";

    private readonly Dictionary<string, int> _now = new(StringComparer.Ordinal);
    private Dictionary<string, int> _before = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> All => _now;

    public string Name(Thing owner, Tile tile)
    {
        var name = tile.Id[(tile.Id.IndexOf(Bucket, StringComparison.Ordinal) + Bucket.Length)..];
        return tile.Facts.ContainsKey("local") ? $"{owner.Number}.{name}" : name;
    }

    public int Now(string name) => _now.GetValueOrDefault(name);

    /// <summary>It is another than a step ago.</summary>
    public bool HasChanged(string name) => _before.GetValueOrDefault(name) != Now(name);

    public void Set(string name, int value) => _now[name] = value;

    /// <summary>Everybody has sensed: what is now is what the next step compares with.</summary>
    public void Turn() => _before = new Dictionary<string, int>(_now, StringComparer.Ordinal);

    public void Clear() => _now.Clear();
}
