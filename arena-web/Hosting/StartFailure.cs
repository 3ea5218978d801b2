using System.Data.Common;
using Judge.Problems;
using Microsoft.AspNetCore.Connections;

namespace ArenaWeb.Hosting;

/// <summary>What an operator can cure, told in a sentence instead of a stack of calls.</summary>
internal static class StartFailure
{
    /// <summary>The sentence; null: a fault of ours, whose stack is wanted.</summary>
    public static string? Sentence(Exception e) =>
        e switch
        {
            WrongSettingException or PackageException => e.Message,
            IOException { InnerException: AddressInUseException } =>
                $"{e.Message.TrimEnd('.')}. Choose another port or stop the other program.",
            // What the judge itself refuses at its start, such as a database of another version.
            InvalidOperationException { Source: "Judge" } => e.Message,
            DbException => $"The database does not answer: {e.Message}",
            _ => null,
        };
}
