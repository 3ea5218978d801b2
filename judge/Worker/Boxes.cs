using Judge.Sandbox;
using Microsoft.Extensions.Logging.Abstractions;

namespace Judge.Worker;

/// <summary>The boxes of a command that judges.</summary>
internal static class Boxes
{
    /// <summary>Boxes that can be opened; one line on standard error says what makes them, and why it is not Docker.</summary>
    /// <param name="slots">Boxes open at once; 0: one a core.</param>
    /// <exception cref="SandboxException">There are none; the message says what cures it.</exception>
    public static async Task<ISandbox> OpenAsync(Places places, Words words, int slots, CancellationToken ct)
    {
        var sandbox = Late(places, slots);
        try
        {
            await sandbox.CheckAsync(ct);
            await Console.Error.WriteLineAsync(words.Boxes(sandbox.Kind, sandbox.PassedOver));
            return sandbox;
        }
        catch
        {
            await sandbox.DisposeAsync();
            throw;
        }
    }

    /// <summary>Boxes that are looked for when the first is asked for.</summary>
    public static LateSandbox Late(Places places, int slots) =>
        Sandboxes.Late(
            SandboxOptions.FromEnvironment(Environment.GetEnvironmentVariable) with
            {
                ImagesFolder = places.Images,
                Slots = slots,
            },
            TimeProvider.System,
            NullLogger.Instance
        );
}
