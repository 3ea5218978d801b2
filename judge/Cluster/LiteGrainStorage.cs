using System.Text;
using Judge.Lite;

namespace Judge.Cluster;

/// <summary>States of grains on one PC, where autosaves shall not wait behind hand-ins for the disk.</summary>
internal sealed class LiteGrainStorage(LiteFile file) : JsonGrainStorage
{
    /// <summary>A tag is a GUID in digits.</summary>
    private const int TagLength = 32;

    protected override async Task<StoredState?> FindAsync(string kind, string key) => StateOf(await file.FindAsync(kind, key));

    protected override async Task<bool> ReplaceAsync(string kind, string key, string? known, StoredState? next)
    {
        var isReplaced = false;
        await file.ChangeAsync(
            kind,
            key,
            there =>
            {
                isReplaced = StateOf(there)?.Tag == known;
                return !isReplaced ? there
                    : next is null ? null
                    : [.. Encoding.ASCII.GetBytes(next.Tag), .. next.Json];
            }
        );
        return isReplaced;
    }

    private static StoredState? StateOf(byte[]? value) =>
        value is null ? null : new StoredState(Encoding.ASCII.GetString(value, 0, TagLength), value[TagLength..]);
}
