using Judge.Problems;
using Judge.Verify;

namespace Judge.Worker;

/// <summary>Judges packages' own solutions, keeps what came of them where the arena reads it, and tells the differences.</summary>
internal static class ProofReport
{
    /// <param name="proofs">Null: the arena does not read the package, and may have another of its name.</param>
    public static async Task<Proof> ProveAsync(
        Problem problem,
        IPackageRunner runner,
        Languages languages,
        Proofs? proofs,
        Action<string, double>? told,
        CancellationToken ct
    )
    {
        var stamp = ProofRule.StampOf(problem);
        var verification = await new VerifyPackage(runner, languages).RunAsync(problem, told, ct);
        var proof = ProofRule.Of(verification, stamp, TimeProvider.System.GetUtcNow());
        proofs?.Keep(proof);
        return proof;
    }

    public static void Write(Proof proof, Words words, TextWriter output)
    {
        output.WriteLine($"\n{proof.Package}: {words.Catalog.Say(ProofRule.StateOf(proof))}");
        foreach (var solution in proof.Solutions)
        {
            output.WriteLine($"  {(solution.Good ? "✓" : "✗")} {words.Catalog.Say(solution)}");
        }

        foreach (var solution in proof.Unjudged)
        {
            output.WriteLine($"  – {words.Catalog.Say(solution)}");
        }
    }
}
