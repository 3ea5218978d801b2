using Judge.Sandbox;
using Microsoft.Extensions.Logging.Abstractions;

namespace Support;

/// <summary>
/// The real sandbox for tests. Environment: CONTEST_DOCKER (or DOCKER_HOST) is the engine, CONTEST_IMAGES the folder of built
/// images (default: .artifacts/images of the repository). Where either is missing the tests fail, with the cure.
/// </summary>
internal static class SandboxFixture
{
    /// <summary>Options for this machine; only the wanted kind of box.</summary>
    public static SandboxOptions Options(SandboxKind only = SandboxKind.None)
    {
        var options = SandboxOptions.FromEnvironment(Environment.GetEnvironmentVariable);
        return options with { ImagesFolder = Path.GetFullPath(options.ImagesFolder, Repository.Root), Only = only };
    }

    /// <summary>A sandbox that works, else an exception that says what to do.</summary>
    public static async Task<ISandbox> StartAsync(SandboxOptions options)
    {
        var sandbox = await Sandboxes.ChooseAsync(options, TimeProvider.System, NullLogger.Instance, CancellationToken.None);
        try
        {
            await sandbox.CheckAsync(CancellationToken.None);
            return sandbox;
        }
        catch (SandboxException e)
        {
            throw new InvalidOperationException("These tests need the sandbox (./contest test sets it up): " + e.Message, e);
        }
    }
}
