using System.Text.Json;
using System.Text.Json.Serialization;
using Judge.Problems;
using Judge.Problems.Package;

namespace Judge.Verify;

/// <summary>
/// The last proof of each package, a file each in the data folder, which arena, judges and command line share. It lies outside the package,
/// so that nobody can bring one in with a package.
/// </summary>
/// <param name="folder">Made when the first proof is kept.</param>
public sealed class Proofs(string folder)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Null: the package was never proved, or it or its solutions changed since.</summary>
    public Proof? Of(Problem problem)
    {
        try
        {
            return Read(problem.Name) is { } proof && proof.Stamp == ProofRule.StampOf(problem) ? proof : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // it is being replaced at this moment, or somebody else's command line wrote it for itself alone
        }
    }

    /// <summary>Replaces the proof that was there.</summary>
    public void Keep(Proof proof)
    {
        Directory.CreateDirectory(folder);
        var (place, aside) = (Place(proof.Package), Path.Combine(folder, $".{Guid.NewGuid():n}"));
        File.WriteAllBytes(aside, JsonSerializer.SerializeToUtf8Bytes(proof, Options));
        File.Move(aside, place, overwrite: true);
    }

    private Proof? Read(string name)
    {
        try
        {
            return ProblemPackage.IsName(name) && File.Exists(Place(name))
                ? JsonSerializer.Deserialize<Proof>(File.ReadAllBytes(Place(name)), Options)
                : null;
        }
        catch (JsonException)
        {
            return null; // cut short or of another version: it proves nothing
        }
    }

    private string Place(string name) => Path.Combine(folder, $"{name}.json");
}
