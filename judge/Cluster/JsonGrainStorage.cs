using System.Text.Encodings.Web;
using System.Text.Json;
using Orleans.Storage;

namespace Judge.Cluster;

/// <summary>A state as it is stored.</summary>
/// <param name="Tag">Differs with each write.</param>
/// <param name="Json">UTF-8.</param>
internal sealed record StoredState(string Tag, byte[] Json);

/// <summary>
/// What grains keep, as JSON of a type that the grain names: nothing stored says which type is made of it. A write that does not know what
/// it replaces is refused.
/// </summary>
internal abstract class JsonGrainStorage : IGrainStorage
{
    private static readonly JsonSerializerOptions Shape = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var found = await FindAsync(stateName, grainId.ToString());
        (grainState.State, grainState.ETag, grainState.RecordExists) = found is null
            ? (Activator.CreateInstance<T>(), null, false)
            : (JsonSerializer.Deserialize<T>(found.Json, Shape)!, found.Tag, true);
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var next = new StoredState(Guid.NewGuid().ToString("N"), JsonSerializer.SerializeToUtf8Bytes(grainState.State, Shape));
        await ReplaceAsync(stateName, grainId, grainState.ETag, next);
        (grainState.ETag, grainState.RecordExists) = (next.Tag, true);
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await ReplaceAsync(stateName, grainId, grainState.ETag, null);
        (grainState.State, grainState.ETag, grainState.RecordExists) = (Activator.CreateInstance<T>(), null, false);
    }

    /// <returns>Null: there is none.</returns>
    protected abstract Task<StoredState?> FindAsync(string kind, string key);

    /// <summary>Puts a state in the place of one, as a whole or not at all.</summary>
    /// <param name="known">Tag of what is replaced; null: there shall be none.</param>
    /// <param name="next">Null: there is none afterwards.</param>
    /// <returns>False: something else stands there, and nothing was changed.</returns>
    protected abstract Task<bool> ReplaceAsync(string kind, string key, string? known, StoredState? next);

    private async Task ReplaceAsync(string kind, GrainId grain, string? known, StoredState? next)
    {
        if (!await ReplaceAsync(kind, grain.ToString(), known, next))
        {
            throw new InconsistentStateException($"The stored state of {grain} is not what the grain has read.");
        }
    }
}
