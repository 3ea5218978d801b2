using Judge.Problems;
using Judge.Problems.Package;

namespace ArenaWeb.Problems;

/// <summary>Problems for reading: one broken package must not close the pages of a whole contest.</summary>
internal sealed class ProblemShelf(ProblemLibrary library, ILogger<ProblemShelf> log)
{
    /// <summary>Null: the package is gone or broken, which the log tells.</summary>
    public Problem? Find(string name)
    {
        try
        {
            return library.Find(name);
        }
        catch (PackageException broken)
        {
            log.LogError(broken, "The package {Problem} cannot be read", name);
            return null;
        }
    }
}
